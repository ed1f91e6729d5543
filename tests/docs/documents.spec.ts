import { readFileSync } from 'node:fs';
import { expect, test } from '@playwright/test';
import { DOCUMENTS, documentsDocument } from './documents-document.ts';

test('docs/documents-and-salt.md is what npm run documents makes of the requirements', async () => {
  expect(readFileSync(DOCUMENTS, 'utf8')).toBe(await documentsDocument());
});
