import { existsSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { test as base, expect } from '@playwright/test';
import { MASTER_CONFIG } from '../../oracle/fixture.ts';
import { cherryPySection, NETAPI_SETTINGS, schemeOf } from '../../oracle/salt/netapi-settings.ts';
import { PROBES } from '../../oracle/probes/probes.ts';
import { makeRunDirectory, removeRunDirectory } from '../../oracle/salt/run-directory.ts';
import { writeServedFiles } from '../../oracle/salt/served-files.ts';

const test = base.extend<{ files: string }>({
  // oxlint-disable-next-line no-empty-pattern -- Playwright reads the fixture's needs from this pattern
  files: async ({}, use) => {
    const files = makeRunDirectory();
    writeServedFiles(files);
    await use(files);
    removeRunDirectory(files);
  },
});

test('every setting is laid over the plain one, and every file that it names is there', ({
  files,
}) => {
  const { host } = MASTER_CONFIG.rest_cherrypy;
  for (const setting of NETAPI_SETTINGS) {
    const section = cherryPySection(setting, files);
    expect(section, setting).toMatchObject({ host });
    const paths = ['app', 'static', 'favicon', 'ssl_crt', 'ssl_key'].map((name) => section[name]);
    for (const path of paths) if (path !== undefined) expect(existsSync(path as string)).toBe(true);
  }
});

test('only a setting without disable_ssl is asked by https', ({ files }) => {
  const secure = NETAPI_SETTINGS.filter(
    (setting) => schemeOf(cherryPySection(setting, files)) === 'https',
  );
  expect(secure).toEqual(['tls']);
  expect(schemeOf(cherryPySection(undefined, files))).toBe('http');
});

test('served files have the same date everywhere', ({ files }) => {
  for (const name of ['favicon.ico', 'static/a.css', 'static/sub/index.html'])
    expect(statSync(join(files, name)).mtime.toISOString()).toBe('2020-05-06T07:08:09.000Z');
});

test('every setting has probes', () => {
  const asked = new Set(PROBES.map(({ netapi }) => netapi));
  expect(NETAPI_SETTINGS.filter((setting) => !asked.has(setting))).toEqual([]);
});
