import { expect, test } from '@playwright/test';
import { guessedType } from '../../simulator/raas/files/content-type.ts';

/* The type that RaaS takes a file for whose saver told none. */

for (const [path, contents, type] of [
  ['/top.sls', 'base: {}', 'text/x-yaml'],
  ['/modules/run.py', 'pass', 'text/x-python'],
  ['/as-base64.json', 'e30=', 'application/json'],
  ['/as-it-is.json', '{"a": 1}', 'text/plain'],
  ['/logo.png', 'AAEC', 'binary/octet-stream'],
  ['/notes.html', '<p>', 'text/html'],
  ['/README', 'Read me.', 'text/plain'],
  ['/a.b/README', '', 'text/plain'],
] as const)
  test(`${path} that holds ${JSON.stringify(contents)} is ${type}`, () => {
    expect(guessedType(path, contents)).toBe(type);
  });
