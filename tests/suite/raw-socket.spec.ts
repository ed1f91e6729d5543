import { once } from 'node:events';
import { expect, test } from '@playwright/test';
import { NotVerified } from '../../specs/not-verified.ts';
import { ExchangeLog } from '../../specs/target/exchange-log.ts';
import { sendBytes, type RawReply } from '../../specs/target/raw-socket.ts';
import { Redactor } from '../../specs/target/redact.ts';
import { serveBytes, urlOfNobody } from './local-server.ts';

const log = (): ExchangeLog => new ExchangeLog(new Redactor({}));

function send(url: string, bytes: string, used = log(), next = 50): Promise<RawReply> {
  const patience = { first: 5_000, next };
  return sendBytes(new URL(url), { insecure: false }, Buffer.from(bytes), used, patience);
}

test('malformed bytes go out as they are, and all that comes until the target hangs up is kept', async () => {
  let heard = '';
  const server = await serveBytes((socket) => {
    void once(socket, 'data').then(([data]) => {
      heard = String(data);
      socket.end(
        'HTTP/1.1 400 Bad Request\r\nContent-Type: text/plain\r\n\r\nMalformed Request-Line',
      );
    });
  });
  const { isClosed, reply } = await send(server.url, 'get  / HTTP/9\n\n', log(), 5_000);
  await server.close();
  expect(heard).toBe('get  / HTTP/9\n\n');
  expect(isClosed).toBe(true);
  expect([reply?.status, reply?.reason, reply?.body]).toEqual([
    400,
    'Bad Request',
    'Malformed Request-Line',
  ]);
  expect(reply?.header('content-type')).toBe('text/plain');
});

test('a target that keeps the connection is left after a silence', async () => {
  const server = await serveBytes((socket) => {
    socket.on('data', () => socket.write('HTTP/1.1 200 OK\r\n\r\n'));
  });
  const { isClosed, reply } = await send(server.url, 'GET / HTTP/1.1\r\n\r\n');
  await server.close();
  expect([isClosed, reply?.status]).toEqual([false, 200]);
});

test('an answer that is no HTTP is kept as bytes', async () => {
  const server = await serveBytes((socket) => socket.end('\x15\x03\x01'));
  const { bytes, reply } = await send(server.url, 'GET / HTTP/1.1\r\n\r\n');
  await server.close();
  expect([bytes.toString('hex'), reply]).toEqual(['150301', undefined]);
});

test('the report shows the exchange as far as it can be told apart', async () => {
  const server = await serveBytes((socket) => socket.end('HTTP/1.1 505 No\r\nA: b\r\n\r\nbody'));
  const used = log();
  await send(server.url, 'POST /x HTTP/2.0\r\nX-Y: z\r\n\r\nsent', used);
  await server.close();
  expect(used.exchanges()).toMatchObject([
    {
      request: { method: 'POST', path: '/x', headers: [['X-Y', 'z']], body: 'sent' },
      response: { status: 505, reason: 'No', headers: [['A', 'b']], body: 'body' },
    },
  ]);
});

test('a target that cannot be reached is not judged', async () => {
  await expect(send(await urlOfNobody(), 'x')).rejects.toThrow(NotVerified);
});
