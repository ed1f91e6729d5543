import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import type http from 'node:http';
import https from 'node:https';
import type { AddressInfo, Socket } from 'node:net';
import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import { serveBytes, serveHttp, urlOfNobody, type LocalServer } from '../suite/local-server.ts';
import { saltproof, whileServing, type Ended } from './saltproof.ts';

/*
 * What `check` says of a target that it cannot judge: exit code 3, a sentence with what the target
 * did and what to do about it, and no report.
 */

const CERTIFICATES = join(import.meta.dirname, '..', '..', 'fixtures', 'certificates');
const CERTIFICATE = join(CERTIFICATES, 'loopback-cert.pem');
const TLS = {
  cert: readFileSync(CERTIFICATE),
  key: readFileSync(join(CERTIFICATES, 'loopback-key.pem')),
};

function check(url: string, args: readonly string[] = []): Promise<Ended> {
  const env = { SALTPROOF_PASSWORD: 'Corr3ct horse' };
  const user = args.includes('--token') ? [] : ['--username', 'me'];
  return saltproof(['check', url, ...user, ...args, '--reply-timeout', '1'], { env });
}

function expectRefusal({ code, stdout, stderr }: Ended, says: string): void {
  expect(stderr).toContain(says);
  expect(stderr).toMatch(/^saltproof: [^\n]+\n$/);
  expect(stderr).not.toContain('Corr3ct horse');
  expect([code, stdout]).toEqual([3, '']);
}

async function serveTls(answer: http.RequestListener): Promise<LocalServer> {
  const server = https.createServer(TLS, answer).listen(0, '127.0.0.1');
  await once(server, 'listening');
  const close = async (): Promise<void> => {
    server.closeAllConnections();
    server.close();
    await once(server, 'close');
  };
  return { url: `https://127.0.0.1:${(server.address() as AddressInfo).port}`, close };
}

test('nobody listens', async () => {
  const url = await urlOfNobody();
  expectRefusal(await check(url), 'got no reply: nobody listens there.');
  expectRefusal(await check(url), `Is a salt-api listening at ${url}?`);
});

test('the host has no address', async () => {
  expectRefusal(await check('http://nobody.invalid:8000'), 'nobody.invalid');
});

test.describe('a listener that is no HTTP server:', () => {
  const listeners: readonly (readonly [string, (socket: Socket) => void, string])[] = [
    ['hangs up', (socket) => void once(socket, 'data').then(() => socket.end()), 'socket hang up'],
    [
      'resets',
      (socket) => void once(socket, 'data').then(() => socket.resetAndDestroy()),
      'got no reply: ',
    ],
    ['never answers', () => {}, 'nothing came for 1 s'],
    [
      'sends garbage',
      (socket) => void once(socket, 'data').then(() => socket.end('\u0000\u0001garbage\r\n')),
      'got no reply: Parse Error',
    ],
  ];
  for (const [title, answer, says] of listeners)
    test(title, async () => {
      const server = await serveBytes(answer);
      try {
        const ended = await check(server.url);
        expectRefusal(ended, says);
        expectRefusal(ended, 'If it speaks TLS, write https://.');
      } finally {
        await server.close();
      }
    });
});

test.describe('a web server that is no salt-api', () => {
  const answers: readonly (readonly [string, http.RequestListener, string])[] = [
    [
      'answers a page',
      (_, res) => res.writeHead(200, { 'Content-Type': 'text/html' }).end('<!doctype html><p>Hi'),
      'answered 200, but not as a salt-api does: text/html, beginning "<!doctype html><p>Hi".',
    ],
    ['answers nothing', (_, res) => res.end(), 'no Content-Type, beginning "".'],
    ['answers other JSON', (_, res) => res.end('[1]'), 'not as a salt-api does'],
    ['echoes what it gets', (req, res) => void req.pipe(res), 'not as a salt-api does'],
    [
      'knows no log-in',
      (_, res) => res.writeHead(404).end(),
      '404 Not Found. Is this the base URL',
    ],
    ['is broken', (_, res) => res.writeHead(502).end(), '502 Bad Gateway. Look into the log'],
    [
      'points elsewhere',
      (_, res) => res.writeHead(301, { Location: 'https://other.example/' }).end(),
      'It points to https://other.example/, where nothing is sent unasked',
    ],
    [
      'ends in the middle',
      (_, res) => {
        res.writeHead(200, { 'Content-Length': '9' }).write('half');
        res.socket?.end();
      },
      'got no reply: aborted',
    ],
    ['never ends, drop by drop', drip, 'its body did not end within 1 s'],
    ['never ends, in a flood', flood, 'its body is longer than 67108864 bytes'],
  ];
  for (const [title, answer, says] of answers)
    test(title, async () => {
      const server = await serveHttp(answer);
      try {
        // A flood takes as long as 64 MB take; no other answer may take that long.
        const args = title.includes('flood') ? ['--reply-timeout=60'] : [];
        const url = server.url;
        const ended =
          args.length > 0
            ? await saltproof(['check', url, '--token', 't', ...args])
            : await check(url);
        expectRefusal(ended, says);
      } finally {
        await server.close();
      }
    });
});

function drip(_: http.IncomingMessage, res: http.ServerResponse): void {
  const timer = setInterval(() => res.write('.'), 100);
  res.once('close', () => clearInterval(timer));
}

function flood(_: http.IncomingMessage, res: http.ServerResponse): void {
  const piece = Buffer.alloc(1024 * 1024, 'x');
  const pour = (): void => {
    while (!res.destroyed && res.write(piece));
  };
  res.on('drain', pour);
  pour();
}

test.describe('TLS', () => {
  test('asked of a plain server', async () => {
    await whileServing([], async (url) => {
      const ended = await check(url.replace('http:', 'https:'));
      expectRefusal(ended, 'it does not speak TLS (http:// is without)');
    });
  });

  test('not asked of a server that speaks it', async () => {
    const server = await serveTls(() => {});
    try {
      const ended = await check(server.url.replace('https:', 'http:'));
      expectRefusal(ended, 'If it speaks TLS, write https://.');
    } finally {
      await server.close();
    }
  });

  test('with a certificate that nobody vouches for', async () => {
    const server = await serveTls(() => {});
    try {
      expectRefusal(await check(server.url), '--ca names a certificate authority to trust');
    } finally {
      await server.close();
    }
  });

  for (const trust of [['--ca', CERTIFICATE], ['--insecure']])
    test(`is trusted with ${trust[0]}`, async () => {
      const server = await serveTls((_, res) => res.writeHead(401).end());
      try {
        expectRefusal(await check(server.url, trust), 'it answered 401 Unauthorized.');
      } finally {
        await server.close();
      }
    });
});

test.describe('a log-in that is refused', () => {
  const refused: readonly (readonly [string, readonly string[], string])[] = [
    [
      'wrong password',
      ['--username', 'saltdev', '--password', 'no'],
      'did not let "saltdev" by eauth "pam" in: it answered 401 Unauthorized. Check --username, the password and --eauth.',
    ],
    [
      'unknown user',
      ['--username', 'x', '--password', 'saltdev'],
      'did not let "x" by eauth "pam" in',
    ],
    [
      'unknown eauth',
      ['--username', 'saltdev', '--password', 'saltdev', '--eauth', 'nis'],
      'by eauth "nis" in: it answered 401',
    ],
    [
      'wrong second user',
      ['--username', 'saltdev', '--password', 'saltdev', '--limited', 'x:Corr3ct horse'],
      'did not let "x" by eauth "pam" in: it answered 401 Unauthorized. Check --limited (or SALTPROOF_LIMITED) and --eauth.',
    ],
    [
      'unknown token',
      ['--token', 'a'.repeat(40)],
      'did not let the session of --token in: it answered 401 Unauthorized. Check --token.',
    ],
  ];
  for (const [title, args, says] of refused)
    test(title, async () => {
      await whileServing([], async (url) => {
        expectRefusal(await saltproof(['check', url, ...args]), says);
      });
    });

  test('token that has expired', async () => {
    await whileServing(['--clock', 'virtual'], async (url) => {
      const body = new URLSearchParams({ username: 'saltdev', password: 'saltdev', eauth: 'pam' });
      const reply = await fetch(`${url}/login`, { method: 'POST', body });
      const token = reply.headers.get('x-auth-token') ?? '';
      const advance = JSON.stringify({ advance: 13 * 3600 });
      await fetch(`${url}/_saltproof/clock`, { method: 'POST', body: advance });
      const ended = await saltproof(['check', url, '--token', token]);
      expectRefusal(ended, 'did not let the session of --token in: it answered 401');
      expect(ended.stderr).not.toContain(token);
    });
  });

  test('on the embedded simulator', async () => {
    const ended = await saltproof([
      'check',
      '--api',
      'cherrypy',
      '--username',
      'saltdev',
      '--password',
      'wrong',
    ]);
    expectRefusal(ended, 'did not let "saltdev" by eauth "pam" in');
  });
});
