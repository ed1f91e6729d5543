import { readFileSync } from 'node:fs';
import { expect, test } from '@playwright/test';
import { MODULES_DOCUMENT, modulesDocument } from './modules-document.ts';

test('docs/modules.md is what npm run modules makes of the requirements', async () => {
  expect(readFileSync(MODULES_DOCUMENT, 'utf8')).toBe(await modulesDocument());
});
