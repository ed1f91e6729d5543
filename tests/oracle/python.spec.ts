import { chmodSync, writeFileSync } from 'node:fs';
import { test, expect } from '@playwright/test';
import { findPython } from '../../oracle/pypi/python.ts';

/** A program that answers the question for its version as a Python would. */
function pythonThatSays(name: string, script: string): string {
  const path = test.info().outputPath(name);
  writeFileSync(path, `#!/bin/sh\n${script}\n`);
  chmodSync(path, 0o755);
  return path;
}

test('the first Python that Salt runs on is taken', async () => {
  const old = pythonThatSays('old', 'echo 3 9');
  const good = pythonThatSays('good', 'echo 3 12');
  const better = pythonThatSays('better', 'echo 3 11');
  expect(await findPython([test.info().outputPath('absent'), old, good, better])).toBe(good);
});

test('without one, the error says of each why it will not do, and what to install', async () => {
  const absent = test.info().outputPath('absent');
  const future = pythonThatSays('future', 'echo 3 99');
  const bare = pythonThatSays('bare', 'echo "No module named ensurepip" >&2; exit 1');
  const error: unknown = await findPython([absent, future, bare]).catch((cause: unknown) => cause);
  const message = error instanceof Error ? error.message : '';
  expect(message).toContain('Install Python 3.11');
  expect(message).toContain(`${absent} -c`);
  expect(message).toContain('cannot be started');
  expect(message).toContain(`${future} is Python 3.99`);
  expect(message).toContain('No module named ensurepip');
});
