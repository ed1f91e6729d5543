import { expect } from '@playwright/test';
import { EVERY_LINE, requirement } from '../requirement.ts';

const source = { observed: EVERY_LINE };

/**
 * The page that Python's http.server shows: how it names the status in its last paragraph, as a
 * number or as a name, depends on the version of Python.
 */
function pageOf(status: number, message: string, explanation: string): RegExp {
  const [said, explained] = [message, explanation].map(escaped);
  return new RegExp(
    `^<!DOCTYPE [^]*<p>Error code: ${status}</p>\\s+<p>Message: ${said}\\.</p>\\s+<p>Error code explanation: (?:${status}|HTTPStatus\\.[A-Z_]+) - ${explained}\\.</p>\\s+</body>\\s+</html>\\n$`,
  );
}

function escaped(text: string): string {
  return text.replaceAll(/[\\^$.*+?()[\]{}|]/g, String.raw`\$&`);
}

const BAD = 'Bad request syntax or unsupported method';

interface Refused {
  readonly what: string;
  readonly bytes: string;
  readonly status: number;
  readonly message: string;
  readonly explanation: string;
}

/** What http.server refuses before it knows the version of its client, which it takes for one of HTTP/0.9. */
const BARE: Readonly<Record<string, Refused>> = {
  'one-word': {
    what: 'A request line of one word',
    bytes: 'garbage\r\n\r\n',
    status: 400,
    message: "Bad request syntax ('garbage')",
    explanation: BAD,
  },
  'post-without-version': {
    what: 'A request line without a version and with another method than GET',
    bytes: 'POST /\r\n\r\n',
    status: 400,
    message: "Bad HTTP/0.9 request type ('POST')",
    explanation: BAD,
  },
  'other-protocol': {
    what: 'A protocol that is not HTTP',
    bytes: 'GET / FOO/1.1\r\n\r\n',
    status: 400,
    message: "Bad request version ('FOO/1.1')",
    explanation: BAD,
  },
  'version-without-dot': {
    what: 'The version HTTP/1',
    bytes: 'GET / HTTP/1\r\n\r\n',
    status: 400,
    message: "Bad request version ('HTTP/1')",
    explanation: BAD,
  },
  'http-2': {
    what: 'The version HTTP/2.0',
    bytes: 'GET / HTTP/2.0\r\n\r\n',
    status: 505,
    message: 'Invalid HTTP version (2.0)',
    explanation: 'Cannot fulfill request',
  },
};

for (const [name, { what, bytes, status, message, explanation }] of Object.entries(BARE))
  requirement(
    `wsgi.malformed.${name}`,
    {
      level: 'may',
      text: `${what} is answered by a page about ${status} without a head: the client is taken for one of HTTP/0.9.`,
      source,
    },
    async ({ target }) => {
      const received = await target.sendBytes(bytes);
      expect(received.bytes.toString()).toMatch(pageOf(status, message, explanation));
      expect(received.isClosed).toBe(true);
    },
  );

/** What http.server refuses once it knows the version. */
const WHOLE: Readonly<Record<string, Refused>> = {
  'four-words': {
    what: 'A request line of four words',
    bytes: "GET /a 'b<' HTTP/1.1\r\n\r\n",
    status: 400,
    message: `Bad request syntax ("GET /a 'b&lt;' HTTP/1.1")`,
    explanation: BAD,
  },
  'too-many-headers': {
    what: 'A request with a hundred headers',
    bytes: `GET / HTTP/1.1\r\n${'A: b\r\n'.repeat(100)}\r\n`,
    status: 431,
    message: 'Too many headers',
    explanation: 'got more than 100 headers',
  },
  'long-header': {
    what: 'A header line of more than 65,536 bytes',
    bytes: `GET / HTTP/1.1\r\nA: ${'b'.repeat(65_536)}\r\n\r\n`,
    status: 431,
    message: 'Line too long',
    explanation: 'got more than 65536 bytes when reading header line',
  },
};

for (const [name, { what, bytes, status, message, explanation }] of Object.entries(WHOLE))
  requirement(
    `wsgi.malformed.${name}`,
    {
      level: 'should',
      text: `${what} is answered with ${status} and a page, whose head has another order than all else: Server, Date, Connection, Content-Type, Content-Length.`,
      source,
    },
    async ({ target }) => {
      const { reply, isClosed } = await target.sendBytes(bytes);
      const reason = message.replaceAll('&lt;', '<');
      expect([reply?.status, reply?.reason]).toEqual([status, reason]);
      expect(reply?.headers.map(([header]) => header)).toEqual([
        'Server',
        'Date',
        'Connection',
        'Content-Type',
        'Content-Length',
      ]);
      expect(reply?.header('Server')).toMatch(/^WSGIServer\/0\.2 Python\/3\.\d+\.\d+\S*$/);
      expect(reply?.header('Connection')).toBe('close');
      expect(reply?.header('Content-Type')).toBe('text/html;charset=utf-8');
      expect(reply?.header('Content-Length')).toBe(String(reply?.bytes.length));
      expect(reply?.body).toMatch(pageOf(status, message, explanation));
      expect(isClosed).toBe(true);
    },
  );

requirement(
  'wsgi.malformed.long-line',
  {
    level: 'should',
    text: 'A request line of more than 65,536 bytes is answered with 414.',
    source,
  },
  async ({ target }) => {
    const { reply } = await target.sendBytes(`GET /${'a'.repeat(65_536)}`);
    expect(reply?.status).toBe(414);
    expect(reply?.header('Connection')).toBe('close');
    expect(reply?.body).toContain('<p>Error code: 414</p>');
  },
);

requirement(
  'wsgi.malformed.most-headers',
  {
    level: 'may',
    text: 'Ninety-nine headers are not too many.',
    source,
  },
  async ({ target }) => {
    const { reply } = await target.sendBytes(`GET / HTTP/1.1\r\n${'A: b\r\n'.repeat(99)}\r\n`);
    expect(reply?.status).toBe(500);
  },
);
