import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { test, expect } from '@playwright/test';
import { makeRunDirectory, removeRunDirectory } from '../../oracle/salt/run-directory.ts';

test('the directory is short enough for the sockets of the daemons below it', () => {
  const directory = makeRunDirectory();
  expect(directory.length).toBeLessThan(60);
  removeRunDirectory(directory);
});

test('where temporary files go to a long path, /tmp is taken', () => {
  const parent = test.info().outputPath('a-folder-with-a-name-as-long-as-those-that-macOS-gives');
  mkdirSync(parent, { recursive: true });
  const directory = makeRunDirectory(parent);
  expect(directory).toMatch(/^\/tmp\/sp-\w{6}$/);
  removeRunDirectory(directory);
});

test('removing it takes everything below it', () => {
  const directory = makeRunDirectory();
  mkdirSync(join(directory, 'm', 'pki'), { recursive: true });
  writeFileSync(join(directory, 'm', 'pki', 'master.pem'), '', { mode: 0o400 });
  removeRunDirectory(directory);
  expect(existsSync(directory)).toBe(false);
});
