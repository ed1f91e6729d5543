import { readFileSync } from 'node:fs';
import { expect, test } from '@playwright/test';
import { FUNCTIONS, functionsDocument } from './functions-document.ts';

test('docs/functions.md is what npm run functions makes of the code', () => {
  expect(readFileSync(FUNCTIONS, 'utf8')).toBe(functionsDocument());
});
