import type http from 'node:http';
import { expect, test } from '@playwright/test';
import { serveHttp, urlOfNobody } from '../suite/local-server.ts';
import { serveStubRaas, type StubRaas } from '../suite/stub-raas.ts';
import { saltproof, type Ended } from './saltproof.ts';

/* What `check --api raas` says of a target that it cannot judge: exit code 3, and what to do about it. */

function check(url: string, args: readonly string[] = []): Promise<Ended> {
  const env = { SALTPROOF_PASSWORD: 'Corr3ct horse' };
  const user = args.includes('--token') ? [] : ['--username', 'me'];
  return saltproof(['check', url, '--api', 'raas', ...user, ...args, '--reply-timeout', '1'], {
    env,
  });
}

async function onStub(stub: StubRaas, use: (url: string) => Promise<void>): Promise<void> {
  const server = await serveStubRaas(stub);
  try {
    await use(server.url);
  } finally {
    await server.close();
  }
}

function expectRefusal({ code, stdout, stderr }: Ended, says: string): void {
  expect(stderr).toContain(says);
  expect(stderr).toMatch(/^saltproof: [^\n]+\n$/);
  expect(stderr).not.toContain('Corr3ct horse');
  expect([code, stdout]).toEqual([3, '']);
}

test('nobody listens', async () => {
  const url = await urlOfNobody();
  expectRefusal(
    await check(url),
    `got no reply: nobody listens there. Is a RaaS listening at ${url}?`,
  );
});

test.describe('a web server that is no RaaS', () => {
  const answers: readonly (readonly [string, http.RequestListener, string])[] = [
    [
      'knows no log-in',
      (_, res) => res.writeHead(404).end(),
      'answered GET /account/login with 404 Not Found. Is this the base URL of a RaaS?',
    ],
    [
      'answers a page to everything',
      (_, res) => res.writeHead(200, { 'Content-Type': 'text/html' }).end('<p>Hi'),
      'answered 200, but not as RaaS does: text/html, beginning "<p>Hi".',
    ],
    [
      'points elsewhere',
      (_, res) => res.writeHead(301, { Location: 'https://other.example/' }).end(),
      'It points to https://other.example/, where nothing is sent unasked',
    ],
    ['is broken', (_, res) => res.writeHead(502).end(), '502 Bad Gateway. Look into the log'],
  ];
  for (const [title, answer, says] of answers)
    test(title, async () => {
      const server = await serveHttp(answer);
      try {
        expectRefusal(await check(server.url), says);
      } finally {
        await server.close();
      }
    });
});

for (const [where, stub] of [
  ['', {}],
  [', below /raas', { prefix: '/raas' }],
] as const)
  test(`a password is wrong${where}`, async () =>
    onStub(stub, async (url) => {
      expectRefusal(
        await check(url, ['--password', 'wrong', '--config-name', 'corp-ad']),
        'did not let "me" of the back end "corp-ad" in: it answered 401 Unauthorized. Check --username, the password and --config-name.',
      );
    }));

test('the password of the second user is wrong', async () =>
  onStub({}, async (url) => {
    expectRefusal(
      await check(url, ['--limited', 'you:wrong']),
      'Check --limited (or SALTPROOF_LIMITED) and --config-name.',
    );
  }));

test('a token is not taken', async () => {
  const server = await serveHttp((req, res) =>
    res.writeHead(req.method === 'GET' ? 200 : 401).end('{}'),
  );
  try {
    expectRefusal(
      await check(server.url, ['--token', 'a.b.c']),
      'did not let the session of --token in: it answered 401 Unauthorized. Check --token.',
    );
  } finally {
    await server.close();
  }
});

test('a wrong password on the embedded simulator', async () => {
  const ended = await saltproof([
    'check',
    '--api',
    'raas',
    '--username',
    'root',
    '--password',
    'wrong',
  ]);
  expectRefusal(ended, 'did not let "root" of the back end "internal" in: it answered 401');
});
