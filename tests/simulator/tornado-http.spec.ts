import net from 'node:net';
import { expect, test } from '@playwright/test';
import { startSimulator } from '../../simulator/index.ts';

/*
 * How rest_tornado reads HTTP: requests that real 3006.28, 3007.15 and 3008.3 were sent as bytes, and
 * what came of them there.
 */

/** Milliseconds of silence after which no more is expected. */
const SILENCE = 300;

interface Came {
  readonly text: string;
  readonly isClosed: boolean;
}

function send(port: number, pieces: readonly string[]): Promise<Came> {
  return new Promise((resolve) => {
    const socket = net.connect(port, '127.0.0.1');
    let text = '';
    const end = (isClosed: boolean) => () => {
      socket.destroy();
      resolve({ text: text.replaceAll(/^Date: .*\r\n/gm, ''), isClosed });
    };
    socket.setNoDelay(true);
    socket.setTimeout(SILENCE, end(false));
    socket.on('data', (bytes) => (text += bytes.toString('latin1')));
    socket.on('error', () => undefined);
    socket.once('close', end(true));
    void (async () => {
      for (const piece of pieces)
        await new Promise<void>((done) => socket.write(piece, 'latin1', () => setImmediate(done)));
    })();
  });
}

async function answers(salt: string, ...pieces: readonly string[]): Promise<Came> {
  const simulator = await startSimulator({ salt, netapi: ['tornado'] });
  try {
    return await send(Number(new URL(simulator.url).port), pieces);
  } finally {
    await simulator.close();
  }
}

/** The status lines in what came. */
function statuses({ text }: Came): string[] {
  return [...text.matchAll(/HTTP\/1\.1 (\d{3}[^\r]*)\r\n/g)].map(([, status = '']) => status);
}

const HOST = 'Host: here\r\n';
const BARE_400 = { text: 'HTTP/1.1 400 Bad Request\r\n\r\n', isClosed: true };
const CHUNKED = `POST /run HTTP/1.1\r\n${HOST}Accept: text/xml\r\nTransfer-Encoding: chunked\r\n\r\n`;

for (const [what, request] of [
  ['a line without a version', `GET /\r\n${HOST}\r\n`],
  ['a line with two blanks', `GET  / HTTP/1.1\r\n${HOST}\r\n`],
  ['HTTP of another age', `GET / HTTP/2.0\r\n${HOST}\r\n`],
  ['a header without a colon', `GET / HTTP/1.1\r\n${HOST}nonsense\r\n\r\n`],
  ['a length that is none', `POST /run HTTP/1.1\r\n${HOST}Content-Length: x\r\n\r\n`],
  ['a length above 100 MiB', `POST /run HTTP/1.1\r\n${HOST}Content-Length: 104857601\r\n\r\n`],
  ['two lengths', `POST /run HTTP/1.1\r\n${HOST}Content-Length: 2\r\nContent-Length: 3\r\n\r\n`],
  ['another coding than chunked', `POST /run HTTP/1.1\r\n${HOST}Transfer-Encoding: gzip\r\n\r\n`],
  ['a chunk with an extension', `${CHUNKED}2;a=b\r\n{}\r\n0\r\n\r\n`],
  ['a trailer', `${CHUNKED}2\r\n{}\r\n0\r\nX: y\r\n\r\n`],
] as const) {
  test(`${what} closes the connection: without a word on 3006, after a bare 400 since`, async () => {
    expect(await answers('3006', request)).toEqual({ text: '', isClosed: true });
    expect(await answers('3008', request)).toEqual(BARE_400);
  });
}

for (const [what, request] of [
  ['a folded header', `GET / HTTP/1.1\r\n${HOST}X: a\r\n b\r\n\r\n`],
  ['a header with a blank in its name', `GET / HTTP/1.1\r\n${HOST}X : a\r\n\r\n`],
  ['no Host', 'GET / HTTP/1.1\r\n\r\n'],
  ['a signed length', `GET / HTTP/1.1\r\n${HOST}Content-Length: +0\r\n\r\n`],
  ['more than a thousand arguments', `GET /?${'a&'.repeat(1001)} HTTP/1.1\r\n${HOST}\r\n`],
] as const) {
  test(`${what} is taken by 3006, and refused since`, async () => {
    expect(statuses(await answers('3006', request))).toEqual(['200 OK']);
    expect(await answers('3008', request)).toEqual(BARE_400);
  });
}

for (const salt of ['3006', '3007', '3008']) {
  test(`${salt} answers a method that there is not with 405, and keeps the connection`, async () => {
    const request = `FOO /nowhere HTTP/1.1\r\n${HOST}\r\n`;
    const came = await answers(salt, request + request);
    expect(statuses(came)).toEqual(['405 Method Not Allowed', '405 Method Not Allowed']);
    expect(came.isClosed).toBe(false);
  });

  test(`${salt} closes the connection of a head above 64 KiB without a word`, async () => {
    const request = `GET / HTTP/1.1\r\n${HOST}X: ${'a'.repeat(65_536)}\r\n\r\n`;
    expect(await answers(salt, request)).toEqual({ text: '', isClosed: true });
  });

  test(`${salt} gives leave to send a body before it looks at its length`, async () => {
    const expecting = `POST /run HTTP/1.1\r\n${HOST}Accept: text/xml\r\nExpect: 100-continue\r\n`;
    const good = await answers(salt, `${expecting}Content-Length: 2\r\n\r\n`, '{}');
    expect(statuses(good)).toEqual(['100 (Continue)', '406 Not Acceptable']);
    const bad = await answers(salt, `${expecting}Content-Length: x\r\n\r\n`);
    expect(statuses(bad)[0]).toBe('100 (Continue)');
    expect(bad.isClosed).toBe(true);
  });

  test(`${salt} reads a body in chunks, however it is cut`, async () => {
    const pieces = Array.from(`${CHUNKED}2\r\n{}\r\n0\r\n\r\n`);
    expect(statuses(await answers(salt, ...pieces))).toEqual(['406 Not Acceptable']);
  });

  test(`${salt} keeps a connection of HTTP/1.0 where it was asked to and the body has a length`, async () => {
    const old = 'POST /run HTTP/1.0\r\nAccept: text/xml\r\nConnection: keep-alive\r\n';
    const kept = await answers(salt, `${old}Content-Length: 0\r\n\r\n`);
    expect([kept.isClosed, /^Connection: Keep-Alive\r$/m.test(kept.text)]).toEqual([false, true]);
    const closed = await answers(salt, `${old}\r\n`);
    expect([closed.isClosed, statuses(closed)]).toEqual([true, ['406 Not Acceptable']]);
  });

  test(`${salt} reads no text of a path that is no UTF-8`, async () => {
    const came = await answers(salt, `GET /minions/%ff HTTP/1.1\r\n${HOST}Accept: no/type\r\n\r\n`);
    expect(statuses(came)).toEqual(['400 Bad Request']);
  });
}
