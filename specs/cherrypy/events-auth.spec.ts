import { expect } from '@playwright/test';
import type { Header } from '../../report/result.ts';
import { EVERY_LINE, requirement } from '../requirement.ts';
import { localEvents } from '../target/call-events.ts';
import type { EventStream } from '../target/event-stream.ts';
import type { Target } from '../target/target.ts';
import { expectErrorPage } from './error-page.ts';
import { cookieHeader, NO_PERMISSION, tokenHeader, UNKNOWN_SESSION } from './session.ts';

const source = { documented: 'rest_cherrypy, Events.GET', observed: EVERY_LINE };
const observed = { observed: EVERY_LINE };

/** Seconds that a session lives where one is to end soon, and those after which it surely has. */
const SHORT = 3;
const OVER = 5;

async function expectRefused(target: Target, ...headers: Header[]): Promise<void> {
  const reply = await target.get('/events', headers);
  expectErrorPage(reply, 401, NO_PERMISSION);
}

async function expectStream(target: Target, ...headers: Header[]): Promise<void> {
  const { head } = await target.listen(headers);
  expect(head.status).toBe(200);
  expect(head.header('Content-Type')).toBe('text/event-stream;charset=utf-8');
}

/** Expects the stream to be open, and to end after the next event. */
async function expectOneMore(target: Target, stream: EventStream): Promise<void> {
  const before = stream.events().length;
  expect(stream.hasEnded).toBe(false);
  await localEvents(target);
  await stream.until(({ hasEnded }) => hasEnded);
  expect(stream.hasEnded).toBe(true);
  expect(stream.events().length - before).toBe(1);
}

requirement(
  'cherrypy.events-auth.anonymous',
  { level: 'must', text: 'GET /events without a session answers 401 with the HTML page.', source },
  async ({ target }) => expectRefused(target),
);

requirement(
  'cherrypy.events-auth.unknown-session',
  {
    level: 'must',
    text: 'GET /events with a session id that nobody has, or that is no hex number, answers 401.',
    source,
  },
  async ({ target }) => {
    await expectRefused(target, tokenHeader(UNKNOWN_SESSION));
    await expectRefused(target, tokenHeader(target.unique('none')));
  },
);

requirement(
  'cherrypy.events-auth.refusal-chunked',
  {
    level: 'may',
    text: 'A refused listener gets the page in chunks, without a length, and a new session cookie.',
    source: observed,
  },
  async ({ target }) => {
    const reply = await target.get('/events');
    expect(reply.headerValues('Content-Length')).toEqual([]);
    expect(reply.headerValues('Transfer-Encoding')).toEqual(['chunked']);
    expect(reply.header('Set-Cookie')).toMatch(/^session_id=[0-9a-f]{40}; /);
  },
);

requirement(
  'cherrypy.events-auth.logged-out',
  {
    level: 'must',
    text: 'GET /events with a session that has logged out answers 401.',
    source,
    needs: ['own login'],
  },
  async ({ target }) => {
    const token = await target.freshSession();
    await target.post('/logout', {}, [tokenHeader(token)]);
    await expectRefused(target, tokenHeader(token));
  },
);

requirement(
  'cherrypy.events-auth.expired',
  {
    level: 'must',
    text: 'GET /events with a session whose Salt token has expired answers 401.',
    source,
    needs: ['own login', 'token expire override'],
  },
  async ({ target }) => {
    const token = await target.freshSession({ token_expire: SHORT });
    await expectStream(target, tokenHeader(token));
    await target.passes(OVER);
    await expectRefused(target, tokenHeader(token));
  },
);

requirement(
  'cherrypy.events-auth.cookie',
  {
    level: 'must',
    text: 'The session cookie alone opens the stream, as a browser sends it.',
    source: { ...source, client: ['SaltGUI'] },
  },
  async ({ target }) => {
    const [, token] = await target.auth();
    await expectStream(target, cookieHeader(token));
  },
);

requirement(
  'cherrypy.events-auth.header-before-cookie',
  {
    level: 'should',
    text: 'Where header and cookie differ the header decides, for better or worse.',
    source: observed,
  },
  async ({ target }) => {
    const [, token] = await target.auth();
    await expectStream(target, tokenHeader(token), cookieHeader('abcdef'));
    await expectRefused(target, tokenHeader('abcdef'), cookieHeader(token));
  },
);

requirement(
  'cherrypy.events-auth.empty-header',
  {
    level: 'must',
    text: 'An empty X-Auth-Token counts for nothing: the cookie opens the stream.',
    source: { observed: EVERY_LINE, client: ['SaltGUI'] },
  },
  async ({ target }) => {
    const [, token] = await target.auth();
    await expectStream(target, tokenHeader(''), cookieHeader(token));
  },
);

requirement(
  'cherrypy.events-auth.query-first',
  {
    level: 'should',
    text: 'A query is refused with 400 before anybody asks for a session.',
    source: observed,
  },
  async ({ target }) => {
    const [, token] = await target.auth();
    expect((await target.get(`/events?token=${token}`)).status).toBe(400);
  },
);

requirement(
  'cherrypy.events-auth.logout-while-listening',
  {
    level: 'should',
    text: 'A listener whose session logs out stays until the next event, gets just that one, and then the end.',
    source: observed,
    needs: ['own login', 'minion'],
  },
  async ({ target }) => {
    const token = await target.freshSession();
    const stream = await target.listen([tokenHeader(token)]);
    await stream.until(({ text }) => text !== '');
    await target.post('/logout', {}, [tokenHeader(token)]);
    await expectOneMore(target, stream);
  },
);

requirement(
  'cherrypy.events-auth.expiry-while-listening',
  {
    level: 'should',
    text: 'A listener whose Salt token expires stays until the next event, gets just that one, and then the end.',
    source: observed,
    needs: ['own login', 'token expire override', 'minion'],
  },
  async ({ target }) => {
    const stream = await target.listen([
      tokenHeader(await target.freshSession({ token_expire: SHORT })),
    ]);
    await stream.until(({ text }) => text !== '');
    await target.passes(OVER);
    await expectOneMore(target, stream);
  },
);

requirement(
  'cherrypy.events-auth.no-filter',
  {
    level: 'should',
    text: 'Whoever may log in hears everything, what others do with more rights included.',
    source: observed,
    needs: ['limited user', 'minion'],
  },
  async ({ target }) => {
    const stream = await target.listen([await target.limited.auth()]);
    const { jid, events } = await localEvents(target);
    await stream.event(({ tag }) => tag.includes(jid) && tag.includes('/ret/'));
    const heard = stream.events().filter(({ tag }) => tag.includes(jid));
    expect(heard.map(({ text }) => text)).toEqual(events.map(({ text }) => text));
  },
);
