import type http from 'node:http';
import { expect, test } from '@playwright/test';
import { SchemaMismatch } from '../../specs/schema-mismatch.ts';
import { EventStream } from '../../specs/target/event-stream.ts';
import { ExchangeLog } from '../../specs/target/exchange-log.ts';
import { HttpClient } from '../../specs/target/http.ts';
import { Redactor } from '../../specs/target/redact.ts';
import { serveHttp } from './local-server.ts';

interface Listening {
  readonly stream: EventStream;
  readonly log: ExchangeLog;
  /** The server's side of the stream. */
  readonly out: http.ServerResponse;
}

/** Opens a stream to a server that has sent the head alone, and ends both afterwards. */
async function listening(body: (listening: Listening) => Promise<void>): Promise<void> {
  let out: http.ServerResponse | undefined;
  const server = await serveHttp((_, res) => {
    out = res.writeHead(200, { 'Content-Type': 'text/event-stream;charset=utf-8' });
    res.flushHeaders();
  });
  const client = new HttpClient(server.url, { insecure: false });
  const log = new ExchangeLog(new Redactor({}));
  const stream = await EventStream.open(client, log, [['X-Auth-Token', 'none']]);
  try {
    if (out === undefined) throw new Error('The server has not seen the request.');
    await body({ stream, log, out });
  } finally {
    stream.close();
    client.close();
    await server.close();
  }
}

const event = (tag: string): string => `tag: ${tag}\ndata: {"tag": "${tag}", "data": {"é": 1}}\n\n`;

test('events are found by a condition, and have their tag and data', async () => {
  await listening(async ({ stream, out }) => {
    out.write('retry: 400\n\n');
    out.write(event('salt/one') + event('salt/two'));
    const found = await stream.event(({ tag }) => tag === 'salt/two');
    expect(found?.data).toEqual({ tag: 'salt/two', data: { é: 1 } });
    expect(stream.events().map(({ tag }) => tag)).toEqual(['salt/one', 'salt/two']);
    expect(stream.head.header('content-type')).toBe('text/event-stream;charset=utf-8');
  });
});

test('an event counts once it is complete, however its bytes are cut', async () => {
  await listening(async ({ stream, out }) => {
    const bytes = Buffer.from(event('salt/cut'));
    out.write(bytes.subarray(0, -3));
    await stream.until(({ chunks }) => chunks.length === 1);
    expect(stream.events()).toEqual([]);
    out.write(bytes.subarray(-3));
    expect((await stream.event(() => true))?.tag).toBe('salt/cut');
    expect(Buffer.concat(stream.chunks)).toEqual(bytes);
    expect(stream.chunks.map(({ length }) => length)).toEqual([bytes.length - 3, 3]);
  });
});

test('waiting ends when the target ends the stream, or when the time is up', async () => {
  await listening(async ({ stream, out }) => {
    expect(await stream.event(() => true, 10)).toBeUndefined();
    out.end();
    expect(await stream.event(() => true)).toBeUndefined();
    expect(stream.hasEnded).toBe(true);
  });
});

test('data that is no JSON is the fault of the target', async () => {
  await listening(async ({ stream, out }) => {
    out.write('tag: a\ndata: {broken\n\n');
    await stream.until(({ chunks }) => chunks.length > 0);
    expect(() => stream.events()).toThrow(SchemaMismatch);
  });
});

test('a stream is recorded with its pieces, and with who ended it', async () => {
  await listening(async ({ stream, log, out }) => {
    out.write('retry: 400\n\n');
    await stream.until(({ chunks }) => chunks.length === 1);
    stream.close();
    expect(log.steps()).toMatchObject([
      {
        kind: 'stream',
        request: { method: 'GET', path: '/events', headers: [['X-Auth-Token', 'none']] },
        reply: { status: 200 },
        chunks: ['retry: 400\n\n'],
        endedBy: 'suite',
      },
    ]);
    expect(log.exchanges()).toMatchObject([{ response: { body: 'retry: 400\n\n' } }]);
  });
});

test('a stream that is refused is there with all of its body', async () => {
  const server = await serveHttp((_, res) => {
    res.writeHead(401, { 'Content-Type': 'text/html' });
    res.flushHeaders();
    setTimeout(() => res.end('<p>No</p>'), 20);
  });
  const client = new HttpClient(server.url, { insecure: false });
  const stream = await EventStream.open(client, new ExchangeLog(new Redactor({})), []);
  try {
    expect(stream.text).toBe('<p>No</p>');
  } finally {
    stream.close();
    client.close();
    await server.close();
  }
});
