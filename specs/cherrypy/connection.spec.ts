import { expect } from '@playwright/test';
import { EVERY_LINE, requirement } from '../requirement.ts';

const source = { observed: EVERY_LINE };

const GET = 'GET / HTTP/1.1\r\nHost: here\r\n\r\n';
const GET_CLOSE = 'GET / HTTP/1.1\r\nHost: here\r\nConnection: close\r\n\r\n';

/** The status lines in what came over a connection. */
function statusLines(bytes: Buffer): string[] {
  return bytes.toString('latin1').match(/HTTP\/1\.[01] \d{3} [A-Za-z ]+(?=\r\n)/g) ?? [];
}

requirement(
  'cherrypy.connection.keep-alive',
  {
    level: 'must',
    text: 'A connection of HTTP/1.1 stays open, and the reply does not speak of it.',
    source: { documented: 'RFC 9112, persistence', observed: EVERY_LINE },
  },
  async ({ target }) => {
    const { reply, isClosed } = await target.sendBytes(GET);
    expect(reply?.status).toBe(200);
    expect(reply?.headerValues('Connection')).toEqual([]);
    expect(isClosed).toBe(false);
  },
);

requirement(
  'cherrypy.connection.close',
  {
    level: 'must',
    text: 'After Connection: close the reply says so too, as its last header, and the connection ends.',
    source: { documented: 'RFC 9112, tear-down', observed: EVERY_LINE },
  },
  async ({ target }) => {
    const { reply, isClosed } = await target.sendBytes(GET_CLOSE);
    expect(reply?.headers.at(-1)).toEqual(['Connection', 'close']);
    expect(isClosed).toBe(true);
  },
);

requirement(
  'cherrypy.connection.pipelining',
  {
    level: 'should',
    text: 'Requests sent at once over one connection are answered in their order.',
    source,
  },
  async ({ target }) => {
    const { bytes } = await target.sendBytes(
      `${GET}GET /no/such HTTP/1.1\r\nHost: here\r\n\r\nPUT /run HTTP/1.1\r\nHost: here\r\n\r\n${GET_CLOSE}`,
    );
    expect(statusLines(bytes)).toEqual([
      'HTTP/1.1 200 OK',
      'HTTP/1.1 404 Not Found',
      'HTTP/1.1 411 Length Required',
      'HTTP/1.1 200 OK',
    ]);
  },
);

requirement(
  'cherrypy.connection.after-close',
  {
    level: 'should',
    text: 'What follows a request with Connection: close is not answered.',
    source,
  },
  async ({ target }) => {
    const { bytes } = await target.sendBytes(GET_CLOSE + GET);
    expect(statusLines(bytes)).toEqual(['HTTP/1.1 200 OK']);
  },
);

requirement(
  'cherrypy.connection.unread-body',
  {
    level: 'should',
    text: 'A body that nobody reads is skipped, and the next request on the connection is answered.',
    source,
  },
  async ({ target }) => {
    const { bytes } = await target.sendBytes(
      `GET / HTTP/1.1\r\nHost: here\r\nContent-Length: 5\r\n\r\nhello${GET_CLOSE}`,
    );
    expect(statusLines(bytes)).toEqual(['HTTP/1.1 200 OK', 'HTTP/1.1 200 OK']);
  },
);

requirement(
  'cherrypy.connection.old-client',
  {
    level: 'should',
    text: 'A client of HTTP/1.0 needs no Host, gets a status line of HTTP/1.1, and the connection ends without a word.',
    source,
  },
  async ({ target }) => {
    const { bytes, reply, isClosed } = await target.sendBytes('GET / HTTP/1.0\r\n\r\n');
    expect(statusLines(bytes)).toEqual(['HTTP/1.1 200 OK']);
    expect(reply?.headerValues('Connection')).toEqual([]);
    expect(isClosed).toBe(true);
  },
);

requirement(
  'cherrypy.connection.old-client-keep-alive',
  {
    level: 'should',
    text: 'A client of HTTP/1.0 that asks for Keep-Alive, in this spelling, is told that it gets it, for ten seconds without a request.',
    source,
  },
  async ({ target }) => {
    const kept = await target.sendBytes('GET / HTTP/1.0\r\nConnection: Keep-Alive\r\n\r\n');
    expect(kept.reply?.headers.slice(-2)).toEqual([
      ['Connection', 'Keep-Alive'],
      ['Keep-Alive', 'timeout=10'],
    ]);
    expect(kept.isClosed).toBe(false);
    const other = await target.sendBytes('GET / HTTP/1.0\r\nConnection: keep-alive\r\n\r\n');
    expect(other.isClosed).toBe(true);
  },
);

requirement(
  'cherrypy.connection.expect-continue',
  {
    level: 'must',
    text: 'Expect: 100-continue is answered with 100 before the reply, whatever the reply will be.',
    source: { documented: 'RFC 9110, Expect', observed: EVERY_LINE },
  },
  async ({ target }) => {
    const { bytes } = await target.sendBytes(
      'POST /run HTTP/1.1\r\nHost: here\r\nContent-Type: application/json\r\nContent-Length: 2\r\nExpect: 100-continue\r\n\r\n[]',
    );
    expect(bytes.toString()).toMatch(/^HTTP\/1\.1 100 Continue\r\n\r\nHTTP\/1\.1 200 OK\r\n/);
  },
);

requirement(
  'cherrypy.connection.expect-other',
  {
    level: 'should',
    text: 'Any other expectation is ignored, 100-Continue in capitals among them.',
    source,
  },
  async ({ target }) => {
    for (const expectation of ['200-ok', '100-Continue']) {
      const { bytes } = await target.sendBytes(
        `POST /run HTTP/1.1\r\nHost: here\r\nContent-Type: application/json\r\nContent-Length: 2\r\nExpect: ${expectation}\r\n\r\n[]`,
      );
      expect(statusLines(bytes)).toEqual(['HTTP/1.1 200 OK']);
    }
  },
);

requirement(
  'cherrypy.connection.chunked-post',
  {
    level: 'should',
    text: 'A chunked body of a POST is not read: the request counts as one without a body, and the first chunk as the next request, which is refused.',
    source,
  },
  async ({ target }) => {
    const { bytes, isClosed } = await target.sendBytes(
      'POST /run HTTP/1.1\r\nHost: here\r\nContent-Type: application/json\r\nTransfer-Encoding: chunked\r\n\r\n2\r\n[]\r\n0\r\n\r\n',
    );
    const text = bytes.toString();
    expect(statusLines(bytes)).toEqual(['HTTP/1.1 400 Bad Request', 'HTTP/1.1 400 Bad Request']);
    expect(text).toContain('<p>Lowstates must be a list</p>');
    expect(text.endsWith('Content-Type: text/plain\r\n\r\nMalformed Request-Line')).toBe(true);
    expect(isClosed).toBe(true);
  },
);

requirement(
  'cherrypy.connection.chunked-with-length',
  {
    level: 'may',
    text: 'A POST with both a length and chunks is read by its chunks.',
    source,
  },
  async ({ target }) => {
    const { reply } = await target.sendBytes(
      'POST /run HTTP/1.1\r\nHost: here\r\nContent-Type: application/json\r\nContent-Length: 12\r\nTransfer-Encoding: chunked\r\n\r\n2\r\n[]\r\n0\r\n\r\n',
    );
    expect(reply?.status).toBe(200);
    expect(reply?.body).toBe('{"return": []}');
  },
);

requirement(
  'cherrypy.connection.body-too-long',
  {
    level: 'should',
    text: 'What a body has beyond its length is taken for the next request.',
    source,
  },
  async ({ target }) => {
    const { bytes } = await target.sendBytes(
      'POST /run HTTP/1.1\r\nHost: here\r\nContent-Type: application/json\r\nContent-Length: 2\r\n\r\n[]and more\r\n',
    );
    expect(statusLines(bytes)).toEqual(['HTTP/1.1 200 OK', 'HTTP/1.1 400 Bad Request']);
    expect(bytes.toString().endsWith('\r\n\r\nMalformed Request-Line')).toBe(true);
  },
);

requirement(
  'cherrypy.connection.head-left-out',
  {
    level: 'should',
    text: 'Who begins a request and falls silent is told 408 after ten seconds, and the connection ends.',
    source,
  },
  async ({ target }) => {
    const { bytes, isClosed } = await target.sendBytes('GET / HTTP/1.1\r\nHost: here\r\n');
    expect(statusLines(bytes)).toEqual(['HTTP/1.1 408 Request Timeout']);
    expect(isClosed).toBe(true);
  },
);

requirement(
  'cherrypy.connection.body-left-out',
  {
    level: 'should',
    text: 'Who announces a body and sends none is told 500 after ten seconds, where the connection was to end anyway.',
    source,
  },
  async ({ target }) => {
    const { reply, isClosed } = await target.sendBytes(
      'POST /run HTTP/1.1\r\nHost: here\r\nConnection: close\r\nContent-Type: application/json\r\nContent-Length: 9\r\n\r\n',
    );
    expect(reply?.status).toBe(500);
    expect(isClosed).toBe(true);
  },
);
