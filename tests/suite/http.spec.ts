import { once } from 'node:events';
import { expect, test } from '@playwright/test';
import { NotVerified } from '../../specs/not-verified.ts';
import { ExchangeLog } from '../../specs/target/exchange-log.ts';
import { HttpClient, type WireRequest } from '../../specs/target/http.ts';
import { NoReply } from '../../specs/target/no-reply.ts';
import { Redactor } from '../../specs/target/redact.ts';
import type { Reply } from '../../specs/target/reply.ts';
import { serveBytes, serveHttp, urlOfNobody, type LocalServer } from './local-server.ts';

const log = (): ExchangeLog => new ExchangeLog(new Redactor({}));

async function ask(url: string, request: WireRequest, used = log()): Promise<Reply> {
  const client = new HttpClient(url, { insecure: false }, 2_000);
  try {
    return await client.send(request, used);
  } finally {
    client.close();
  }
}

/** A server that says "200 fine" to everything and keeps what it was sent. */
async function serveEar(): Promise<LocalServer & { heard: () => string }> {
  let heard = '';
  const server = await serveBytes((socket) => {
    socket.on('data', (data) => {
      heard += data.toString('latin1');
      socket.write(
        'HTTP/1.1 200 Fine\r\nx-B: 1\r\nX-a: 2\r\nx-b: 3\r\nContent-Length: 2\r\n\r\n\xff\x00',
        'latin1',
      );
    });
  });
  return { ...server, heard: () => heard };
}

test.describe('a request goes out with nothing added but what HTTP needs', () => {
  const cases: readonly (readonly [string, WireRequest, string])[] = [
    [
      'headers keep their order and case',
      {
        method: 'GET',
        path: '/a?b=c',
        headers: [
          ['x-Second', '2'],
          ['ACCEPT', '*/*'],
          ['accept', 'a/b'],
        ],
      },
      'GET /a?b=c HTTP/1.1\r\nHost: HOST\r\nx-Second: 2\r\nACCEPT: */*\r\nACCEPT: a/b\r\nConnection: keep-alive\r\n\r\n',
    ],
    [
      'a body gets a length',
      { method: 'POST', path: '/', body: 'é' },
      'POST / HTTP/1.1\r\nHost: HOST\r\nContent-Length: 2\r\nConnection: keep-alive\r\n\r\nÃ©',
    ],
    [
      'a POST without a body gets none',
      { method: 'POST', path: '/' },
      'POST / HTTP/1.1\r\nHost: HOST\r\nConnection: keep-alive\r\n\r\n',
    ],
    [
      'a Host and a length of its own stand',
      {
        method: 'PUT',
        path: '/',
        headers: [
          ['Content-Length', '0'],
          ['host', 'elsewhere'],
        ],
      },
      'PUT / HTTP/1.1\r\nContent-Length: 0\r\nhost: elsewhere\r\nConnection: keep-alive\r\n\r\n',
    ],
  ];
  for (const [title, request, bytes] of cases)
    test(title, async () => {
      const ear = await serveEar();
      await ask(ear.url, request);
      await ear.close();
      expect(ear.heard()).toBe(bytes.replace('HOST', new URL(ear.url).host));
    });

  test('the path of the base URL comes first', async () => {
    const ear = await serveEar();
    await ask(`${ear.url}/salt/api`, { method: 'GET', path: '/login' });
    await ear.close();
    expect(ear.heard()).toContain('GET /salt/api/login HTTP/1.1\r\n');
  });
});

test('a reply keeps its reason, its bytes, and its headers in order and case', async () => {
  const ear = await serveEar();
  const reply = await ask(ear.url, { method: 'GET', path: '/' });
  await ear.close();
  expect([reply.status, reply.reason]).toEqual([200, 'Fine']);
  expect(reply.headers).toEqual([
    ['x-B', '1'],
    ['X-a', '2'],
    ['x-b', '3'],
    ['Content-Length', '2'],
  ]);
  expect(reply.headerValues('X-B')).toEqual(['1', '3']);
  expect([...reply.bytes]).toEqual([0xff, 0x00]);
});

test('a redirect is a reply like any other and leads nowhere', async () => {
  const asked: string[] = [];
  const server = await serveHttp((req, res) => {
    asked.push(req.url ?? '');
    res.writeHead(303, { Location: '/elsewhere' }).end();
  });
  const reply = await ask(server.url, { method: 'GET', path: '/' });
  await server.close();
  expect([reply.status, asked]).toEqual([303, ['/']]);
});

test('a connection that the server closed while it was idle is replaced unnoticed', async () => {
  let connections = 0;
  const server = await serveBytes((socket) => {
    connections += 1;
    let requests = 0;
    socket.on('data', () => {
      requests += 1;
      if (requests > 1) socket.resetAndDestroy();
      else socket.write('HTTP/1.1 200 OK\r\nContent-Length: 0\r\n\r\n');
    });
  });
  const client = new HttpClient(server.url, { insecure: false });
  await client.send({ method: 'GET', path: '/' }, log());
  const reply = await client.send({ method: 'GET', path: '/' }, log());
  client.close();
  await server.close();
  expect([reply.status, connections]).toEqual([200, 2]);
});

test.describe('a target that was reached and gives no reply is at fault', () => {
  const faults: readonly (readonly [string, string])[] = [
    ['hangs up', ''],
    ['does not speak HTTP', 'SSH-2.0-OpenSSH_9.2\r\n'],
    ['ends in the middle of the body', 'HTTP/1.1 200 OK\r\nContent-Length: 9\r\n\r\nhalf'],
  ];
  for (const [title, bytes] of faults)
    test(title, async () => {
      const server = await serveBytes(
        (socket) => void once(socket, 'data').then(() => socket.end(bytes)),
      );
      const used = log();
      const asked = ask(server.url, { method: 'GET', path: '/x' }, used);
      await expect(asked).rejects.toThrow(NoReply);
      await expect(asked).rejects.toThrow(`GET ${server.url}/x got no reply: `);
      await server.close();
      expect(used.exchanges()).toMatchObject([
        { request: { path: '/x' }, error: expect.any(String) },
      ]);
    });

  test('stays silent', async () => {
    const server = await serveBytes(() => {});
    const client = new HttpClient(server.url, { insecure: false }, 50);
    await expect(client.send({ method: 'GET', path: '/' }, log())).rejects.toThrow(
      'got no reply: nothing came for 0.05 s',
    );
    await server.close();
  });
});

test('a target that cannot be reached is not judged', async () => {
  const url = await urlOfNobody();
  await expect(ask(url, { method: 'GET', path: '/' })).rejects.toThrow(NotVerified);
});
