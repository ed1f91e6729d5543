import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { test, expect } from '@playwright/test';
import { cacheDirectory, isInstalled, markInstalled } from '../../oracle/pypi/install.ts';
import { releaseOf } from '../../oracle/salt/releases.ts';

const release = releaseOf('3008');

test('installations are kept in the cache of the user', () => {
  expect(cacheDirectory({ XDG_CACHE_HOME: '/var/cache/me' })).toBe('/var/cache/me/saltproof');
  expect(cacheDirectory({ XDG_CACHE_HOME: '' })).toMatch(/\/\.cache\/saltproof$/);
  expect(cacheDirectory({})).toMatch(/\/\.cache\/saltproof$/);
});

test('nothing is installed where there is no directory', () => {
  expect(isInstalled(release, test.info().outputPath('absent'))).toBe(false);
});

test('an installation that was interrupted does not count, though its programs are there', () => {
  const directory = test.info().outputPath('salt');
  mkdirSync(join(directory, 'bin'), { recursive: true });
  writeFileSync(join(directory, 'bin', 'salt-master'), '');
  expect(isInstalled(release, directory)).toBe(false);
});

test('a finished installation counts for its own release only', () => {
  const directory = test.info().outputPath('salt');
  mkdirSync(directory, { recursive: true });
  markInstalled(release, directory);
  expect(isInstalled(release, directory)).toBe(true);
  expect(isInstalled(releaseOf('3007'), directory)).toBe(false);
});

test('an installation with another CherryPy does not count', () => {
  const directory = test.info().outputPath('salt');
  mkdirSync(directory, { recursive: true });
  const requirements = release.requirements.map((text) => text.replace('18.10.0', '18.9.0'));
  markInstalled({ ...release, requirements }, directory);
  expect(isInstalled(release, directory)).toBe(false);
});
