import { expect } from '@playwright/test';
import { EVERY_LINE, requirement } from '../requirement.ts';
import type { RawReply } from '../target/raw-socket.ts';

const source = { observed: EVERY_LINE };

const ORIGIN_FORM =
  'Invalid path in Request-URI: request-target must contain origin-form which starts with absolute-path (URI starting with a slash "/").';
const HOST = 'Host: here\r\n';

interface Refused {
  readonly what: string;
  readonly bytes: string;
  readonly status: string;
  readonly message: string;
  readonly saysClose?: true;
}

/** What cheroot, the server below CherryPy, refuses itself, by the end of the requirement's id (rest-cherrypy §2.4; real-salt §4). */
const REFUSED: Readonly<Record<string, Refused>> = {
  'bare-lf': {
    what: 'A request whose lines end in LF alone',
    bytes: 'GET / HTTP/1.1\nHost: here\n\n',
    status: '400 Bad Request',
    message: 'HTTP requires CRLF terminators',
  },
  'bare-lf-header': {
    what: 'A header line that ends in LF alone',
    bytes: 'GET / HTTP/1.1\r\nHost: here\n\r\n',
    status: '400 Bad Request',
    message: 'HTTP requires CRLF terminators',
  },
  'no-version': {
    what: 'A request line without a version',
    bytes: `GET /\r\n${HOST}\r\n`,
    status: '400 Bad Request',
    message: 'Malformed Request-Line',
  },
  'one-word': {
    what: 'A request line of one word',
    bytes: `garbage\r\n${HOST}\r\n`,
    status: '400 Bad Request',
    message: 'Malformed Request-Line',
  },
  'two-blanks': {
    what: 'A request line with two blanks before the path',
    bytes: `GET  / HTTP/1.1\r\n${HOST}\r\n`,
    status: '400 Bad Request',
    message: 'Malformed Request-Line: bad protocol',
  },
  'blank-in-path': {
    what: 'A blank in the path',
    bytes: `GET /a b HTTP/1.1\r\n${HOST}\r\n`,
    status: '400 Bad Request',
    message: 'Malformed Request-Line: bad protocol',
  },
  'other-protocol': {
    what: 'A protocol that is not HTTP',
    bytes: `GET / FOO/1.1\r\n${HOST}\r\n`,
    status: '400 Bad Request',
    message: 'Malformed Request-Line: bad protocol',
  },
  'version-without-dot': {
    what: 'The version HTTP/2',
    bytes: `GET / HTTP/2\r\n${HOST}\r\n`,
    status: '400 Bad Request',
    message: 'Malformed Request-Line: bad version',
  },
  'http-2': {
    what: 'The version HTTP/2.0',
    bytes: `GET / HTTP/2.0\r\n${HOST}\r\n`,
    status: '505 HTTP Version Not Supported',
    message: 'Cannot fulfill request',
  },
  'http-1-2': {
    what: 'The version HTTP/1.2',
    bytes: `GET / HTTP/1.2\r\n${HOST}\r\n`,
    status: '505 HTTP Version Not Supported',
    message: 'Cannot fulfill request',
  },
  'http-0-9': {
    what: 'The version HTTP/0.9',
    bytes: `GET / HTTP/0.9\r\n${HOST}\r\n`,
    status: '505 HTTP Version Not Supported',
    message: '',
  },
  'path-without-slash': {
    what: 'A path without its first slash',
    bytes: `GET login HTTP/1.1\r\n${HOST}\r\n`,
    status: '400 Bad Request',
    message: ORIGIN_FORM,
  },
  asterisk: {
    what: 'The path * for another method than OPTIONS',
    bytes: `GET * HTTP/1.1\r\n${HOST}\r\n`,
    status: '400 Bad Request',
    message: ORIGIN_FORM,
  },
  fragment: {
    what: 'A fragment in the path',
    bytes: `GET /login#top HTTP/1.1\r\n${HOST}\r\n`,
    status: '400 Bad Request',
    message: 'Illegal #fragment in Request-URI.',
  },
  'path-not-ascii': {
    what: 'A path with bytes that are no ASCII',
    bytes: `GET /\u00e4 HTTP/1.1\r\n${HOST}\r\n`,
    status: '400 Bad Request',
    message: 'Malformed Request-URI',
  },
  connect: {
    what: 'CONNECT to a path',
    bytes: `CONNECT / HTTP/1.1\r\n${HOST}\r\n`,
    status: '400 Bad Request',
    message: 'Invalid path in Request-URI: request-target must match authority-form.',
  },
  'header-without-colon': {
    what: 'A header line without a colon',
    bytes: `GET / HTTP/1.1\r\n${HOST}nothing\r\n\r\n`,
    status: '400 Bad Request',
    message: 'Illegal header line.',
  },
  'length-no-number': {
    what: 'A Content-Length that is no number',
    bytes: `GET / HTTP/1.1\r\n${HOST}Content-Length: 5x\r\n\r\n`,
    status: '400 Bad Request',
    message: 'Malformed Content-Length Header.',
  },
  'length-too-large': {
    what: 'A Content-Length of more than 100 MiB',
    bytes: `POST /run HTTP/1.1\r\n${HOST}Content-Length: 104857601\r\n\r\n`,
    status: '413 Request Entity Too Large',
    message: 'The entity sent with the request exceeds the maximum allowed bytes.',
    saysClose: true,
  },
  'transfer-encoding': {
    what: 'A Transfer-Encoding other than chunked',
    bytes: `POST /run HTTP/1.1\r\n${HOST}Transfer-Encoding: gzip\r\n\r\n`,
    status: '501 Unimplemented',
    message: '',
  },
};

for (const [name, { what, bytes, status, message, saysClose }] of Object.entries(REFUSED)) {
  requirement(
    `cherrypy.malformed.${name}`,
    {
      level: 'should',
      text: `${what} is refused by the server itself: ${status} in plain text with ${message === '' ? 'no words' : 'its reason'}, no date and no CORS headers, and the connection ends.`,
      source,
    },
    async ({ target }) => {
      const raw = await target.sendBytes(Buffer.from(bytes, 'latin1'));
      const close = saysClose ? 'Connection: close\r\n' : '';
      expect(raw.bytes.toString()).toBe(
        `HTTP/1.1 ${status}\r\nContent-Length: ${message.length}\r\nContent-Type: text/plain\r\n${close}\r\n${message}`,
      );
      expect(raw.isClosed).toBe(true);
    },
  );
}

/** What is odd and taken all the same, by the end of the requirement's id: the answer is the welcome document. */
const TAKEN: Readonly<Record<string, readonly [what: string, bytes: string]>> = {
  'empty-line-first': ['An empty line before the request', `\r\nGET / HTTP/1.1\r\n${HOST}\r\n`],
  'blank-after-line': ['A blank behind the request line', `GET / HTTP/1.1 \r\n${HOST}\r\n`],
  'empty-header-name': ['A header without a name', `GET / HTTP/1.1\r\n${HOST}: x\r\n\r\n`],
  'blank-in-header-name': ['A blank in a header name', `GET / HTTP/1.1\r\n${HOST}a b: x\r\n\r\n`],
  'absolute-form': ['A whole URL as path', `GET http://other.example/ HTTP/1.1\r\n${HOST}\r\n`],
  'other-scheme': ['A path with a scheme', `GET foo:/ HTTP/1.1\r\n${HOST}\r\n`],
  'double-slash': [
    'A path that begins with two slashes, whose first segment passes for a host,',
    `GET //login HTTP/1.1\r\n${HOST}\r\n`,
  ],
  'huge-header': [
    'A header of 100 kB',
    `GET / HTTP/1.1\r\n${HOST}X: ${'a'.repeat(100_000)}\r\n\r\n`,
  ],
  'many-headers': [
    '300 headers',
    `GET / HTTP/1.1\r\n${HOST}${Array.from({ length: 300 }, (_, at) => `X-${at}: a\r\n`).join('')}\r\n`,
  ],
  'negative-length': [
    'A Content-Length below zero',
    `GET / HTTP/1.1\r\n${HOST}Content-Length: -1\r\n\r\n`,
  ],
  'length-twice': [
    'A Content-Length that comes twice, of which the last counts,',
    `GET / HTTP/1.1\r\n${HOST}Content-Length: x\r\nContent-Length: 0\r\n\r\n`,
  ],
};

for (const [name, [what, bytes]] of Object.entries(TAKEN)) {
  requirement(
    `cherrypy.malformed.takes-${name}`,
    { level: 'should', text: `${what} does no harm: GET / answers as usual.`, source },
    async ({ target }) => {
      const raw = await target.sendBytes(bytes);
      expectWelcome(raw);
      expect(raw.isClosed).toBe(false);
    },
  );
}

requirement(
  'cherrypy.malformed.folded-header',
  {
    level: 'should',
    text: 'A header line that continues the one before is another header of its name: of a list it becomes one more item.',
    source,
  },
  async ({ target }) => {
    const { reply } = await target.sendBytes(
      `GET / HTTP/1.1\r\n${HOST}Accept: text/html\r\n application/x-yaml\r\n\r\n`,
    );
    expect(reply?.status).toBe(200);
    expect(reply?.header('Content-Type')).toBe('application/x-yaml');
  },
);

requirement(
  'cherrypy.malformed.no-host',
  {
    level: 'should',
    text: 'A request of HTTP/1.1 without Host is refused with 400 by an HTML page that shows a traceback and has no CORS headers.',
    source,
  },
  async ({ target }) => {
    const { reply, isClosed } = await target.sendBytes('GET / HTTP/1.1\r\n\r\n');
    expect(reply?.status).toBe(400);
    expect(reply?.headers.map(([name]) => name)).toEqual([
      'Content-Type',
      'Server',
      'Date',
      'Content-Length',
    ]);
    expect(reply?.body).toContain("<p>HTTP/1.1 requires a 'Host' request header.</p>");
    expect(reply?.body).toContain('<pre id="traceback">Traceback (most recent call last):\n');
    expect(isClosed).toBe(false);
  },
);

function expectWelcome({ reply }: RawReply): void {
  expect(reply?.status).toBe(200);
  expect(reply?.body).toMatch(/^\{"return": "Welcome", "clients": \[[^\]]+\]\}$/);
}
