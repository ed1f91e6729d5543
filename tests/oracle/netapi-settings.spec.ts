import { existsSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { test as base, expect } from '@playwright/test';
import {
  apiOfSetting,
  netapiConfig,
  NETAPI_SETTINGS,
  schemeOf,
  SETTING_OF_API,
} from '../../oracle/salt/netapi-settings.ts';
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

test('every setting is laid over the plain one of its module, and every file that it names is there', ({
  files,
}) => {
  for (const setting of NETAPI_SETTINGS) {
    const plain = netapiConfig(SETTING_OF_API[apiOfSetting(setting)], files);
    const config = netapiConfig(setting, files);
    expect(Object.keys(config), setting).toEqual(Object.keys(plain));
    for (const section of Object.values(config)) {
      const paths = ['app', 'static', 'favicon', 'ssl_crt', 'ssl_key'].map((name) => section[name]);
      for (const path of paths)
        if (path !== undefined) expect(existsSync(path as string)).toBe(true);
    }
  }
  expect(netapiConfig('prefix', files)).toMatchObject(netapiConfig(undefined, files));
  expect(netapiConfig('tornado-any-origin', files)).toMatchObject(netapiConfig('tornado', files));
});

test('only a setting without disable_ssl is asked by https', ({ files }) => {
  for (const setting of NETAPI_SETTINGS) {
    const sections = Object.entries(netapiConfig(setting, files));
    const isSecure = sections.some(
      ([name, { disable_ssl }]) => name !== 'rest_wsgi' && disable_ssl !== true,
    );
    expect(schemeOf(setting), setting).toBe(isSecure ? 'https' : 'http');
  }
});

test('served files have the same date everywhere', ({ files }) => {
  for (const name of ['favicon.ico', 'static/a.css', 'static/sub/index.html'])
    expect(statSync(join(files, name)).mtime.toISOString()).toBe('2020-05-06T07:08:09.000Z');
});

test('every setting has probes', () => {
  const asked = new Set(PROBES.map(({ netapi }) => netapi));
  expect(NETAPI_SETTINGS.filter((setting) => !asked.has(setting))).toEqual([]);
});
