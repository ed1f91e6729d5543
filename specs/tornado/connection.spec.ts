import { expect } from '@playwright/test';
import { EVERY_LINE, requirement } from '../requirement.ts';

const observed = { observed: EVERY_LINE };

const GET = 'GET / HTTP/1.1\r\nHost: here\r\n\r\n';
const GET_CLOSE = 'GET / HTTP/1.1\r\nHost: here\r\nConnection: close\r\n\r\n';
const POST = 'POST /run HTTP/1.1\r\nHost: here\r\nContent-Type: application/json\r\n';

/** The status lines in what came over a connection. */
function statusLines(bytes: Buffer): string[] {
  return bytes.toString('latin1').match(/HTTP\/1\.[01] \d{3} [A-Za-z()]+(?: [A-Za-z]+)*/g) ?? [];
}

requirement(
  'tornado.connection.keep-alive',
  {
    level: 'must',
    text: 'A connection of HTTP/1.1 stays open, after errors too, and replies do not speak of it.',
    source: { documented: 'RFC 9112, persistence', observed: EVERY_LINE },
  },
  async ({ target }) => {
    const statuses = {
      '/': 200,
      '/nonesuch': 404,
      '/hook': 500,
      '/minions': 302,
    };
    for (const [path, status] of Object.entries(statuses)) {
      const { reply, isClosed } = await target.sendBytes(`GET ${path} HTTP/1.1\r\nHost: a\r\n\r\n`);
      expect(reply?.status).toBe(status);
      expect(reply?.headerValues('Connection')).toEqual([]);
      expect(isClosed).toBe(false);
    }
  },
);

requirement(
  'tornado.connection.close',
  {
    level: 'must',
    text: 'After Connection: close the connection ends.',
    source: { documented: 'RFC 9112, tear-down', observed: EVERY_LINE },
  },
  async ({ target }) => {
    const { reply, isClosed } = await target.sendBytes(GET_CLOSE);
    expect(reply?.status).toBe(200);
    expect(isClosed).toBe(true);
  },
);

requirement(
  'tornado.connection.close-told',
  {
    level: 'should',
    text: 'The reply to Connection: close says so too, as its last header.',
    source: { observed: ['3007.15', '3008.3'] },
    since: '3007',
  },
  async ({ target }) => {
    const { reply } = await target.sendBytes(GET_CLOSE);
    expect(reply?.headers.at(-1)).toEqual(['Connection', 'close']);
  },
);

requirement(
  'tornado.connection.close-untold',
  {
    level: 'should',
    text: 'The reply to Connection: close does not speak of the connection.',
    source: { observed: ['3006.28'] },
    until: '3006',
  },
  async ({ target }) => {
    const { reply } = await target.sendBytes(GET_CLOSE);
    expect(reply?.status).toBe(200);
    expect(reply?.headerValues('Connection')).toEqual([]);
  },
);

requirement(
  'tornado.connection.pipelining',
  {
    level: 'should',
    text: 'Requests sent at once over one connection are answered in their order.',
    source: observed,
  },
  async ({ target }) => {
    const { bytes } = await target.sendBytes(
      `${GET}GET /no/such HTTP/1.1\r\nHost: here\r\n\r\nPUT /run HTTP/1.1\r\nHost: here\r\n\r\n${GET_CLOSE}`,
    );
    expect(statusLines(bytes)).toEqual([
      'HTTP/1.1 200 OK',
      'HTTP/1.1 404 Not Found',
      'HTTP/1.1 405 Method Not Allowed',
      'HTTP/1.1 200 OK',
    ]);
  },
);

requirement(
  'tornado.connection.after-close',
  {
    level: 'should',
    text: 'What follows a request with Connection: close is not answered.',
    source: observed,
  },
  async ({ target }) => {
    const { bytes } = await target.sendBytes(GET_CLOSE + GET);
    expect(statusLines(bytes)).toEqual(['HTTP/1.1 200 OK']);
  },
);

requirement(
  'tornado.connection.body-of-refused',
  {
    level: 'should',
    text: 'The body of a request that is refused is skipped, and the next one on the connection is answered.',
    source: observed,
  },
  async ({ target }) => {
    const { bytes } = await target.sendBytes(
      `POST /nonesuch HTTP/1.1\r\nHost: here\r\nContent-Length: 5\r\n\r\nhello${GET_CLOSE}`,
    );
    expect(statusLines(bytes)).toEqual(['HTTP/1.1 404 Not Found', 'HTTP/1.1 200 OK']);
  },
);

requirement(
  'tornado.connection.old-client',
  {
    level: 'should',
    text: 'A client of HTTP/1.0 needs no Host, gets a status line of HTTP/1.1, and the connection ends.',
    source: observed,
  },
  async ({ target }) => {
    const { bytes, isClosed } = await target.sendBytes('GET / HTTP/1.0\r\n\r\n');
    expect(statusLines(bytes)).toEqual(['HTTP/1.1 200 OK']);
    expect(isClosed).toBe(true);
  },
);

requirement(
  'tornado.connection.old-client-keep-alive',
  {
    level: 'should',
    text: 'A client of HTTP/1.0 that asks for keep-alive gets it, and is told so as Keep-Alive.',
    source: observed,
  },
  async ({ target }) => {
    const { reply, isClosed } = await target.sendBytes(
      'GET / HTTP/1.0\r\nConnection: keep-alive\r\n\r\n',
    );
    expect(reply?.status).toBe(200);
    expect(reply?.headerValues('Connection')).toEqual(['Keep-Alive']);
    expect(isClosed).toBe(false);
  },
);

requirement(
  'tornado.connection.chunked-post',
  {
    level: 'must',
    text: 'A chunked body is read.',
    source: {
      documented: 'RFC 9112, chunked transfer coding',
      observed: EVERY_LINE,
    },
  },
  async ({ target }) => {
    const { reply } = await target.sendBytes(
      `${POST}Transfer-Encoding: chunked\r\n\r\n1\r\n[\r\n1\r\n]\r\n0\r\n\r\n`,
    );
    expect(reply?.status).toBe(200);
    expect(reply?.body).toBe('{"return": []}');
  },
);

requirement(
  'tornado.connection.expect-continue',
  {
    level: 'must',
    text: 'Expect: 100-continue is answered with 100 before the reply.',
    source: { documented: 'RFC 9110, Expect', observed: EVERY_LINE },
  },
  async ({ target }) => {
    const { bytes } = await target.sendBytes(
      `${POST}Content-Length: 2\r\nExpect: 100-continue\r\n\r\n[]`,
    );
    expect(bytes.toString()).toMatch(/^HTTP\/1\.1 100 [^\r]*\r\n\r\nHTTP\/1\.1 200 OK\r\n/);
  },
);
