import { expect } from '@playwright/test';
import { EVERY_LINE, requirement } from '../requirement.ts';
import type { RawReply } from '../target/raw-socket.ts';
import { APOLOGY, expectBreakdown } from './breakdown.ts';

const source = { observed: EVERY_LINE };

function expectOneBreakdown({ reply, isClosed }: RawReply): void {
  expect(isClosed).toBe(true);
  expect(reply).toBeDefined();
  if (reply !== undefined) expectBreakdown(reply);
}

requirement(
  'wsgi.connection.version',
  {
    level: 'should',
    text: 'Every reply is one of HTTP/1.0, whatever version the request has.',
    source,
  },
  async ({ target }) => {
    for (const version of ['1.0', '1.1', '1.99']) {
      const { bytes } = await target.sendBytes(`GET / HTTP/${version}\r\nHost: here\r\n\r\n`);
      expect(bytes.toString('latin1')).toMatch(/^HTTP\/1\.0 500 Internal Server Error\r\n/);
    }
  },
);

requirement(
  'wsgi.connection.closed',
  {
    level: 'should',
    text: 'The connection is closed after the reply, without a word on that, also for a client that wants it kept open.',
    source,
  },
  async ({ target }) => {
    for (const wish of ['keep-alive', 'Keep-Alive', 'close'])
      expectOneBreakdown(
        await target.sendBytes(`GET / HTTP/1.1\r\nHost: here\r\nConnection: ${wish}\r\n\r\n`),
      );
  },
);

requirement(
  'wsgi.connection.one-request',
  {
    level: 'should',
    text: 'A connection is good for one request: a second one that was sent along is not answered.',
    source,
  },
  async ({ target }) => {
    const request = 'GET / HTTP/1.1\r\nHost: here\r\n\r\n';
    const { bytes } = await target.sendBytes(request + request);
    expect(bytes.toString('latin1').split('HTTP/1.0 ')).toHaveLength(2);
  },
);

requirement(
  'wsgi.connection.no-continue',
  {
    level: 'should',
    text: 'A client that waits for leave to send its body is given none: there is no 100 Continue in HTTP/1.0.',
    source,
  },
  async ({ target }) => {
    const { bytes } = await target.sendBytes(
      'POST / HTTP/1.1\r\nHost: here\r\nExpect: 100-continue\r\nContent-Type: application/json\r\nContent-Length: 2\r\n\r\n[]',
    );
    expect(bytes.toString('latin1')).toMatch(/^HTTP\/1\.0 500 /);
  },
);

requirement(
  'wsgi.connection.bare-lf',
  {
    level: 'should',
    text: 'A request whose lines end in LF alone is answered like every other.',
    source,
  },
  async ({ target }) =>
    expectOneBreakdown(await target.sendBytes('GET / HTTP/1.1\nHost: here\n\n')),
);

requirement(
  'wsgi.connection.no-host',
  {
    level: 'should',
    text: 'A request of HTTP/1.1 needs no Host header.',
    source,
  },
  async ({ target }) => expectOneBreakdown(await target.sendBytes('GET / HTTP/1.1\r\n\r\n')),
);

requirement(
  'wsgi.connection.unknown-method',
  {
    level: 'should',
    text: 'A method that nobody has heard of is answered like any other.',
    source,
  },
  async ({ target }) => expectOneBreakdown(await target.sendBytes('FROB / HTTP/1.1\r\n\r\n')),
);

requirement(
  'wsgi.connection.head-has-body',
  {
    level: 'may',
    text: 'The reply to HEAD has a body, which HTTP does not allow.',
    source,
  },
  async ({ target }) => expectOneBreakdown(await target.sendBytes('HEAD / HTTP/1.1\r\n\r\n')),
);

requirement(
  'wsgi.connection.oldest',
  {
    level: 'may',
    text: 'A request without a version, as of HTTP/0.9, is answered by a body without a head.',
    source,
  },
  async ({ target }) => {
    for (const line of ['GET /', 'GET / HTTP/0.9']) {
      const { bytes, isClosed } = await target.sendBytes(`${line}\r\n\r\n`);
      expect(bytes.toString('latin1')).toBe(APOLOGY);
      expect(isClosed).toBe(true);
    }
  },
);

requirement(
  'wsgi.connection.empty-line',
  {
    level: 'may',
    text: 'To an empty line the connection is closed without an answer, also where a request follows; the next connection is answered.',
    source,
  },
  async ({ target }) => {
    for (const bytes of ['\r\n', '\r\nGET / HTTP/1.1\r\n\r\n']) {
      const reply = await target.sendBytes(bytes);
      expect(reply.bytes.toString('latin1')).toBe('');
      expect(reply.isClosed).toBe(true);
      expectBreakdown(await target.get('/'));
    }
  },
);
