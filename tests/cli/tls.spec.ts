import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test as base, expect } from '@playwright/test';
import { readResult } from '../../report/read.ts';
import { saltproof, whileServing } from './saltproof.ts';

const CERTIFICATES = join(import.meta.dirname, '..', '..', 'fixtures', 'certificates');
const CERTIFICATE = join(CERTIFICATES, 'loopback-cert.pem');

const REQUIREMENTS = ['cherrypy.root.welcome', 'cherrypy.login.json-object'];

const test = base.extend<{ directory: string; config: string }>({
  // oxlint-disable-next-line no-empty-pattern -- Playwright reads the fixture's needs from this pattern
  directory: async ({}, use) => {
    const directory = mkdtempSync(join(tmpdir(), 'saltproof-tls-'));
    await use(directory);
    rmSync(directory, { recursive: true, force: true });
  },
  config: async ({ directory }, use) => {
    const path = join(directory, 'master');
    const key = join(CERTIFICATES, 'loopback-key.pem');
    const section = `rest_cherrypy: {ssl_crt: ${CERTIFICATE}, ssl_key: ${key}}\n`;
    writeFileSync(path, `${section}external_auth: {auto: {saltdev: ['.*']}}\n`);
    await use(path);
  },
});

for (const trust of [['--ca', CERTIFICATE], ['--insecure']])
  test(`check judges a simulator with TLS with ${trust[0]}`, async ({ directory, config }) => {
    await whileServing(['--config', config], async (url) => {
      expect(url).toMatch(/^https:/);
      const out = join(directory, 'out');
      const user = ['--username', 'saltdev', '--password', 'saltdev', '--eauth', 'auto'];
      const only = ['--only', REQUIREMENTS.join(',')];
      const args = ['check', url, ...user, ...trust, ...only, '--out', out];
      const { code, stderr } = await saltproof(args);
      expect([code, stderr]).toEqual([0, '']);
      const { requirements } = readResult(join(out, 'results.json'));
      const chosen = requirements.filter(({ id }) => REQUIREMENTS.includes(id));
      expect(chosen.map(({ id, outcome }) => `${id} ${outcome}`).toSorted()).toEqual(
        REQUIREMENTS.map((id) => `${id} pass`).toSorted(),
      );
    });
  });

test('check does not judge it without', async ({ config }) => {
  await whileServing(['--config', config], async (url) => {
    const { code, stderr } = await saltproof(['check', url, '--token', 'x']);
    expect(stderr).toContain('--ca names a certificate authority to trust');
    expect(code).toBe(3);
  });
});

test('serve refuses a key that is not there with 2, the option and the file', async ({
  directory,
}) => {
  const path = join(directory, 'master');
  writeFileSync(path, `rest_cherrypy: {ssl_crt: ${CERTIFICATE}, ssl_key: /nonesuch.pem}\n`);
  const { code, stdout, stderr } = await saltproof(['serve', '--port', '0', '--config', path]);
  expect(stderr).toContain('rest_cherrypy: ssl_key: /nonesuch.pem cannot be read');
  expect([code, stdout]).toEqual([2, '']);
});
