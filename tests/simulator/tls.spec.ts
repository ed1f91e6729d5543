import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import type { IncomingMessage } from 'node:http';
import https from 'node:https';
import net from 'node:net';
import { join } from 'node:path';
import tls from 'node:tls';
import { test as base, expect } from '@playwright/test';
import { InputError, startSimulator, type Simulator } from '../../simulator/index.ts';

const CERTIFICATES = join(import.meta.dirname, '..', '..', 'fixtures', 'certificates');
const file = (name: string): string => join(CERTIFICATES, `${name}.pem`);
const OWN = { ssl_crt: file('loopback-cert'), ssl_key: file('loopback-key') };

const test = base.extend<{ section: object; simulator: Simulator }>({
  section: [OWN, { option: true }],
  simulator: async ({ section }, use) => {
    const simulator = await startSimulator({ config: { rest_cherrypy: section } });
    await use(simulator);
    await simulator.close();
  },
});

async function get(url: string, ca: string): Promise<{ status: number | undefined; body: string }> {
  const request = https.get(url, { ca: readFileSync(ca), agent: false });
  const [reply] = (await once(request, 'response')) as [IncomingMessage];
  let body = '';
  for await (const chunk of reply) body += String(chunk);
  return { status: reply.statusCode, body };
}

test('a certificate and a key make all URLs https, and they are served so', async ({
  simulator,
}) => {
  expect(simulator.url).toMatch(/^https:\/\/127\.0\.0\.1:\d+$/);
  expect([simulator.urls.cherrypy, simulator.control]).toEqual([
    simulator.url,
    `${simulator.url}/_saltproof`,
  ]);
  const { status, body } = await get(simulator.url, OWN.ssl_crt);
  expect([status, JSON.parse(body)]).toEqual([200, expect.objectContaining({ return: 'Welcome' })]);
  expect((await get(simulator.control, OWN.ssl_crt)).status).toBe(200);
});

test('plain HTTP is answered with a reset', async ({ simulator }) => {
  const socket = net.connect(Number(new URL(simulator.url).port), '127.0.0.1');
  socket.write('GET / HTTP/1.1\r\nHost: x\r\n\r\n');
  const [error] = (await once(socket, 'error').catch((reason: unknown) => [reason])) as [
    NodeJS.ErrnoException,
  ];
  expect(error.code).toBe('ECONNRESET');
});

test('bytes that are neither get an alert of TLS, and the next client is served', async ({
  simulator,
}) => {
  const socket = net.connect(Number(new URL(simulator.url).port), '127.0.0.1');
  socket.write('\x16\x03\x01\x00\x05hello', 'latin1');
  const [alert] = (await once(socket, 'data')) as [Buffer];
  expect(alert.subarray(0, 6).toString('hex')).toBe('150303000202');
  socket.destroy();
  expect((await get(simulator.url, OWN.ssl_crt)).status).toBe(200);
});

test('a simulator ends while a client shakes hands and another listens', async () => {
  const simulator = await startSimulator({ config: { rest_cherrypy: OWN } });
  const port = Number(new URL(simulator.url).port);
  const silent = net.connect(port, '127.0.0.1').on('error', () => {});
  await once(silent, 'connect');
  const idle = tls.connect({ port, host: '127.0.0.1', ca: readFileSync(OWN.ssl_crt) });
  idle.on('error', () => {});
  await once(idle, 'secureConnect');
  const ended = Promise.all([once(silent, 'close'), once(idle, 'close')]);
  await simulator.close();
  await ended;
});

test.describe('a chain', () => {
  const section = {
    ssl_crt: file('chained-cert'),
    ssl_key: file('chained-key'),
    ssl_chain: file('intermediate-cert'),
  };

  test.describe('of ssl_chain', () => {
    test.use({ section });
    test('is sent with the certificate, so that its root is enough', async ({ simulator }) => {
      expect((await get(simulator.url, file('root-cert'))).status).toBe(200);
    });
  });

  test.describe('that is not named', () => {
    const { ssl_chain: _, ...alone } = section;
    test.use({ section: alone });
    test('is not sent', async ({ simulator }) => {
      await expect(get(simulator.url, file('root-cert'))).rejects.toThrow(
        'unable to verify the first certificate',
      );
    });
  });
});

test.describe('is refused:', () => {
  const faults: readonly (readonly [what: string, section: object, says: string])[] = [
    [
      'a section without TLS and without disable_ssl',
      { port: 0 },
      'rest_cherrypy: ssl_crt is missing: without "disable_ssl: true"',
    ],
    ['disable_ssl: false alone', { disable_ssl: false }, 'Add them, or disable_ssl: true.'],
    ['a certificate alone', { ssl_crt: OWN.ssl_crt }, 'rest_cherrypy: ssl_key is missing'],
    [
      'a certificate that is not there',
      { ...OWN, ssl_crt: '/nonesuch.pem' },
      'rest_cherrypy: ssl_crt: /nonesuch.pem cannot be read: there is no such file. Check the path.',
    ],
    [
      'a key that is not there',
      { ...OWN, ssl_key: '/nonesuch.pem' },
      'rest_cherrypy: ssl_key: /nonesuch.pem cannot be read: there is no such file. Check the path.',
    ],
    [
      'a key in place of a certificate',
      { ...OWN, ssl_crt: OWN.ssl_key },
      `rest_cherrypy: ssl_crt: ${OWN.ssl_key} holds no certificate in PEM`,
    ],
    [
      'a certificate in place of a key',
      { ...OWN, ssl_key: OWN.ssl_crt },
      `rest_cherrypy: ssl_key: ${OWN.ssl_crt} holds no private key without a passphrase in PEM`,
    ],
    [
      'the key of another certificate',
      { ...OWN, ssl_key: file('chained-key') },
      `rest_cherrypy: ssl_key: the key in ${file('chained-key')} is not that of the certificate in ${OWN.ssl_crt}`,
    ],
    [
      'a chain without a certificate',
      { ...OWN, ssl_chain: OWN.ssl_key },
      `rest_cherrypy: ssl_chain: ${OWN.ssl_key} holds no certificate in PEM`,
    ],
  ];
  for (const [what, section, says] of faults)
    test(what, async () => {
      const error: unknown = await startSimulator({ config: { rest_cherrypy: section } }).then(
        (simulator) => simulator.close(),
        (reason: unknown) => reason,
      );
      expect(error).toBeInstanceOf(InputError);
      expect((error as InputError).message).toContain(says);
    });
});

test.describe('plain HTTP is spoken', () => {
  for (const [what, config] of [
    ['with disable_ssl, certificate or not', { rest_cherrypy: { ...OWN, disable_ssl: true } }],
    ['without a section', { id: 'master' }],
    ['with an empty section', { rest_cherrypy: {} }],
  ] as const)
    test(what, async () => {
      const simulator = await startSimulator({ config });
      expect(simulator.url).toMatch(/^http:/);
      await simulator.close();
    });
});
