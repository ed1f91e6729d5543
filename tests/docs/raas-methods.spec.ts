import { readFileSync } from 'node:fs';
import { expect, test } from '@playwright/test';
import { METHOD_TABLE } from '../../simulator/raas/rpc/method-table.ts';
import { BEHIND_METHODS } from './raas-behind.ts';
import { RAAS_METHODS, raasMethodsDocument } from './raas-methods-document.ts';

test('docs/raas-methods.md is what npm run raas-methods makes of the code', () => {
  expect(readFileSync(RAAS_METHODS, 'utf8')).toBe(raasMethodsDocument());
});

test('what is said to stand behind a method is said of one that there is', () => {
  const methods = Object.entries(METHOD_TABLE).flatMap(([resource, table]) =>
    Object.keys(table.methods).map((method) => `${resource}.${method}`),
  );
  expect(Object.keys(BEHIND_METHODS).filter((name) => !methods.includes(name))).toEqual([]);
});
