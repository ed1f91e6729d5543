import { join } from 'node:path';
import { expect } from '@playwright/test';
import { MASTER_CONFIG } from '../../oracle/fixture.ts';
import { asked } from './client-test.ts';
import { printed } from './pepper-command.ts';
import { PepperLibrary } from './pepper-library.ts';
import { test } from './pepper-test.ts';

/* pepper and a master whose certificate nobody has signed. */

const CERTIFICATES = join(import.meta.dirname, '..', '..', 'fixtures', 'certificates');
const CERTIFICATE = join(CERTIFICATES, 'loopback-cert.pem');
const ssl_key = join(CERTIFICATES, 'loopback-key.pem');
const config = { ...MASTER_CONFIG, rest_cherrypy: { ssl_crt: CERTIFICATE, ssl_key } };

const PING = ['web1', 'test.ping'];
const PONG = { return: [{ web1: { ret: true } }] };

test.use({ options: { config } });

test('the command takes it, as it takes any: pepper has Python check none', async ({
  simulator,
  pepper,
}) => {
  expect(simulator.url).toMatch(/^https:/);
  expect(printed(await pepper(PING))).toMatchObject(PONG);
  expect(printed(await pepper(['--ignore-ssl-errors', ...PING]))).toMatchObject(PONG);
  expect(asked(simulator)).toEqual(['POST /login', 'POST /', 'POST /login', 'POST /']);
});

test('the library refuses it where it reads with requests', async ({ simulator, api }) => {
  await expect(api.call('req_get', ['/minions/web1'])).rejects.toThrow('SSLError');
  expect(asked(simulator)).toEqual(['POST /login']);
});

/** What makes it take the certificate there. */
const WAYS: Readonly<Record<string, readonly [settings: object, env: object]>> = {
  'it is told to ignore errors': [{ ignore_ssl_errors: true }, {}],
  'requests is told of it': [{}, { REQUESTS_CA_BUNDLE: CERTIFICATE }],
};

for (const [where, [settings, env]] of Object.entries(WAYS))
  test(`the library takes it where ${where}`, async ({ simulator, master, home }) => {
    const api = new PepperLibrary({ api_url: simulator.url, ...settings }, home, env);
    try {
      await api.call('login', [], { ...master.user });
      const minions = await api.call('req_get', ['/minions/web1']);
      expect(minions).toMatchObject({ return: [{ web1: { id: 'web1' } }] });
    } finally {
      api.end();
    }
  });
