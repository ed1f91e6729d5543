import { expect } from '@playwright/test';
import { EVERY_LINE, requirement } from '../requirement.ts';
import { HTML } from './error-page.ts';
import { fired, firedInto } from './fired.ts';
import { expectHeaders } from './header-order.ts';
import { cookieHeader, expectSentToLogin, tokenHeader, UNKNOWN_TOKEN } from './sign-in.ts';

const observed = { observed: EVERY_LINE };
const documented = {
  documented: 'rest_tornado, GET /events',
  observed: EVERY_LINE,
};

requirement(
  'tornado.events-stream.head',
  {
    level: 'must',
    text: 'GET /events is a 200 of text/event-stream, without a charset, that caches are to keep out of.',
    source: documented,
  },
  async ({ target }) => {
    const { head } = await target.listen([await target.auth()]);
    expect(head.status).toBe(200);
    expect(head.headerValues('Content-Type')).toEqual(['text/event-stream']);
    expect(head.headerValues('Cache-Control')).toEqual(['no-cache']);
  },
);

requirement(
  'tornado.events-stream.headers',
  {
    level: 'should',
    text: 'The headers of the stream are server, type, date, caching, connection and chunks, in this order; there is no Etag.',
    source: observed,
  },
  async ({ target }) => {
    const { head } = await target.listen([await target.auth()]);
    expectHeaders(head, [
      'Server',
      'Content-Type',
      'Date',
      'Cache-Control',
      'Connection',
      'Transfer-Encoding',
    ]);
    expect(head.headerValues('Connection')).toEqual(['keep-alive']);
  },
);

requirement(
  'tornado.events-stream.retry',
  {
    level: 'must',
    text: 'The stream begins with "retry: 400" and one newline, before anything has happened.',
    source: documented,
  },
  async ({ target }) => {
    const stream = await target.listen([await target.auth()]);
    await stream.until(({ text }) => text.length > 10);
    expect(stream.chunks[0]?.toString()).toBe('retry: 400\n');
  },
);

requirement(
  'tornado.events-stream.cookie',
  {
    level: 'must',
    text: 'The cookie opens the stream, as a browser has it.',
    source: documented,
  },
  async ({ target }) => {
    const [, token] = await target.auth();
    const { head } = await target.listen([cookieHeader(token)]);
    expect(head.status).toBe(200);
  },
);

requirement(
  'tornado.events-stream.anonymous',
  {
    level: 'should',
    text: 'Who has not signed in is sent from the stream to /login.',
    source: observed,
  },
  async ({ target }) => {
    expectSentToLogin(await target.get('/events'));
    expectSentToLogin(await target.get('/events', [tokenHeader(UNKNOWN_TOKEN)]));
  },
);

requirement(
  'tornado.events-stream.browser',
  {
    level: 'should',
    text: 'An EventSource, which accepts text/event-stream alone, is refused with 406.',
    source: observed,
  },
  async ({ target }) => {
    const accept = ['Accept', 'text/event-stream'] as const;
    const { head } = await target.listen([accept, await target.auth()]);
    expect(head.status).toBe(406);
    expect(head.headerValues('Content-Type')).toEqual([HTML]);
  },
);

requirement(
  'tornado.events-stream.accept-yaml',
  {
    level: 'should',
    text: 'Who accepts YAML gets events as JSON all the same.',
    source: observed,
  },
  async ({ target }) => {
    const accept = ['Accept', 'application/x-yaml'] as const;
    const stream = await target.listen([await target.auth(), accept]);
    expect(stream.head.headerValues('Content-Type')).toEqual(['text/event-stream']);
    const { text } = await firedInto(target, stream);
    expect(text.slice(0, 10)).toBe('{"data": {');
  },
);

requirement(
  'tornado.events-stream.framing',
  {
    level: 'must',
    text: 'Every event is a line "tag:", a line "data:" and a blank line; there are no comments, ids or names between them.',
    source: documented,
  },
  async ({ target }) => {
    const stream = await target.listen([await target.auth()]);
    await firedInto(target, stream);
    const whole = stream.text.slice(0, stream.text.lastIndexOf('\n\n') + 2);
    expect(whole).toMatch(/^retry: 400\n(?:tag: [^\n]+\ndata: \{[^\n]*\}\n\n)+$/);
  },
);

requirement(
  'tornado.events-stream.one-chunk',
  {
    level: 'should',
    text: 'An event is one chunk, tag and data together.',
    source: observed,
  },
  async ({ target }) => {
    const stream = await target.listen([await target.auth()]);
    const { tag, text } = await firedInto(target, stream);
    const chunk = stream.chunks.map(String).find((piece) => piece.includes(tag));
    expect(chunk).toBe(`tag: ${tag}\ndata: ${text}\n\n`);
  },
);

requirement(
  'tornado.events-stream.envelope',
  {
    level: 'should',
    text: 'The data of an event is JSON of "data", then "tag", where the documentation has them the other way round.',
    source: observed,
  },
  async ({ target }) => {
    const event = await fired(target);
    expect(target.shape(event, 'event').tag).toBe(event.tag);
    expect(event.text.slice(0, 11)).toBe('{"data": {"');
    expect(event.text.slice(-event.tag.length - 13)).toBe(`}, "tag": "${event.tag}"}`);
  },
);

requirement(
  'tornado.events-stream.one-line',
  {
    level: 'must',
    text: 'However long an event is, and whatever its text, its data is one line of UTF-8.',
    source: documented,
  },
  async ({ target }) => {
    const word = `Grüße 日本\n${'x'.repeat(70_000)}`;
    const { data, text } = await fired(target, {
      body: JSON.stringify({ word }),
    });
    expect(data.data['post']).toEqual({ word });
    expect(text).toContain('Grüße 日本\\n');
  },
);

requirement(
  'tornado.events-stream.no-replay',
  {
    level: 'should',
    text: 'A listener hears nothing of what happened before it came, not even with Last-Event-ID.',
    source: observed,
  },
  async ({ target }) => {
    const early = await fired(target);
    const stream = await target.listen([await target.auth(), ['Last-Event-ID', '0']]);
    await firedInto(target, stream);
    expect(stream.text).not.toContain(early.tag);
  },
);

requirement(
  'tornado.events-stream.old-client',
  {
    level: 'should',
    text: 'A client of HTTP/1.0 gets the stream without chunks.',
    source: observed,
  },
  async ({ target }) => {
    const [name, token] = await target.auth();
    const { reply } = await target.sendBytes(`GET /events HTTP/1.0\r\n${name}: ${token}\r\n\r\n`);
    expect(reply?.status).toBe(200);
    expect(reply?.headerValues('Transfer-Encoding')).toEqual([]);
    expect(reply?.body.startsWith('retry: 400\n')).toBe(true);
  },
);
