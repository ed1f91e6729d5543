import { expect } from '@playwright/test';
import { EVERY_LINE, requirement } from '../requirement.ts';
import { expectErrorPage } from './error-page.ts';
import { expectHeaders } from './header-order.ts';
import { sessionOf } from './session.ts';

const source = { documented: 'rest_cherrypy, Login.POST', observed: EVERY_LINE };
const observed = { observed: EVERY_LINE };
const needs = ['own login'] as const;

const REFUSED = 'Could not authenticate using provided credentials';

/** Seconds that a session lives after its last request, and its cookie with it. */
const SESSION_SECONDS = 36_000;

requirement(
  'cherrypy.login.json-object',
  {
    level: 'must',
    text: 'POST /login with good credentials answers 200, and the token is in the body, in X-Auth-Token and in the cookie.',
    source,
    needs,
  },
  async ({ target }) => {
    const reply = await target.login();
    expect(reply.status).toBe(200);
    const token = reply.header('X-Auth-Token');
    expect(target.shape(reply, 'login').return[0].token).toBe(token);
    expect(sessionOf(reply)).toBe(token);
  },
);

requirement(
  'cherrypy.login.list-of-one',
  {
    level: 'must',
    text: 'The return of a log-in is a list of one dict.',
    source,
    needs,
  },
  async ({ target }) => {
    const reply = await target.login();
    const [session, ...others] = target.shape(reply, 'login').return;
    expect(session.user).toBe(target.credentials.username);
    expect(others).toEqual([]);
  },
);

requirement(
  'cherrypy.login.token-form',
  {
    level: 'should',
    text: 'The token of a log-in, which is the id of its session, is 40 hex digits in lower case.',
    source: observed,
    needs,
  },
  async ({ target }) => {
    const reply = await target.login();
    expect(reply.header('X-Auth-Token')).toMatch(/^[0-9a-f]{40}$/);
    expect(target.shape(reply, 'login').return[0].token).toMatch(/^[0-9a-f]{40}$/);
  },
);

requirement(
  'cherrypy.login.fields',
  {
    level: 'should',
    text: 'The answer of POST /login names token, expire, start, user, eauth and perms in this order.',
    source,
    needs,
  },
  async ({ target }) => {
    const reply = await target.login();
    const [session] = target.shape(reply, 'login').return;
    expect(Object.keys(session)).toEqual(['token', 'expire', 'start', 'user', 'eauth', 'perms']);
    expect(reply.body.startsWith('{"return": [{"token": "')).toBe(true);
    expect(reply.body.endsWith('}]}')).toBe(true);
  },
);

requirement(
  'cherrypy.login.times',
  {
    level: 'must',
    text: 'start and expire of a log-in are floats in seconds since 1970; start is the time of the answer, and expire lies after it.',
    source,
    needs,
  },
  async ({ target }) => {
    const reply = await target.login();
    const [{ start, expire }] = target.shape(reply, 'login').return;
    expect(reply.body).toMatch(/"expire": \d+\.\d+, "start": \d+\.\d+, /);
    const date = Date.parse(reply.header('Date') ?? '') / 1000;
    expect(Math.abs(start - date)).toBeLessThan(60);
    expect(expire).toBeGreaterThan(start);
  },
);

requirement(
  'cherrypy.login.echo',
  {
    level: 'must',
    text: 'The answer of POST /login names user and eauth as they were sent.',
    source,
    needs,
  },
  async ({ target }) => {
    const [{ user, eauth }] = target.shape(await target.login(), 'login').return;
    const { credentials } = target;
    expect({ user, eauth }).toEqual({ user: credentials.username, eauth: credentials.eauth });
  },
);

requirement(
  'cherrypy.login.headers',
  {
    level: 'should',
    text: 'A log-in is answered with X-Auth-Token between the CORS headers and Vary, and without Cache-Control.',
    source: observed,
    needs,
  },
  async ({ target }) => {
    const reply = await target.login();
    expectHeaders(reply, ['X-Auth-Token', 'Vary', 'Content-Length', 'Set-Cookie']);
  },
);

requirement(
  'cherrypy.login.cookie',
  {
    level: 'should',
    text: 'The cookie of a log-in lives ten hours from the answer on, on the whole site, and has no other attribute.',
    source: observed,
    needs,
  },
  async ({ target }) => {
    const reply = await target.login();
    const cookies = reply.headerValues('Set-Cookie');
    const expires = cookies.map((cookie) => /expires=([^;]+)/.exec(cookie)?.[1] ?? '');
    expect(cookies).toEqual([
      `session_id=${sessionOf(reply)}; expires=${expires[0]}; Max-Age=${SESSION_SECONDS}; Path=/`,
    ]);
    expect(expires[0]).toMatch(/^\w{3}, \d{2} \w{3} \d{4} [\d:]{8} GMT$/);
    const life = (Date.parse(expires[0] ?? '') - Date.parse(reply.header('Date') ?? '')) / 1000;
    expect(Math.abs(life - SESSION_SECONDS)).toBeLessThan(60);
  },
);

requirement(
  'cherrypy.login.new-session',
  {
    level: 'should',
    text: 'Two log-ins without a session get two sessions, and both are live.',
    source: observed,
    needs,
  },
  async ({ target }) => {
    const ids = [sessionOf(await target.login()), sessionOf(await target.login())];
    expect(ids[0]).not.toBe(ids[1]);
    for (const id of ids)
      expect((await target.post('/', [], [['X-Auth-Token', id]])).body).toBe('{"return": []}');
  },
);

requirement(
  'cherrypy.login.first-of-list',
  {
    level: 'should',
    text: 'Of several credentials in a list the first alone count, good or bad.',
    source: observed,
    needs,
  },
  async ({ target }) => {
    const good = target.credentials;
    const bad = { ...good, eauth: target.unique('nosuch') };
    expect((await target.post('/login', [good, bad])).status).toBe(200);
    expectErrorPage(await target.post('/login', [bad, good]), 401, REFUSED);
  },
);

requirement(
  'cherrypy.login.other-keys',
  {
    level: 'should',
    text: 'Keys beside the credentials are ignored, as clients send them: low data of a command, say.',
    source: observed,
    needs,
  },
  async ({ target }) => {
    const more = { client: 'local', fun: 'test.ping', other: [1] };
    const reply = await target.post('/login', { ...target.credentials, ...more });
    expect(reply.status).toBe(200);
    target.shape(reply, 'login');
  },
);

requirement(
  'cherrypy.login.odd-username',
  {
    level: 'may',
    text: 'A username that is no text is echoed as it was sent where the back end takes it, as sharedsecret does, else refused with 401.',
    source: observed,
    needs,
  },
  async ({ target }) => {
    for (const username of [1, ['a', 'b'], { a: 1 }, null]) {
      const reply = await target.post('/login', { ...target.credentials, username });
      if (reply.status === 200)
        expect(target.shape(reply, 'login').return[0].user).toEqual(username);
      else expectErrorPage(reply, 401, REFUSED);
    }
  },
);

requirement(
  'cherrypy.login.unicode-username',
  {
    level: 'may',
    text: 'A username beyond ASCII is echoed in UTF-8, not escaped, where the back end takes it, else refused with 401.',
    source: observed,
    needs,
  },
  async ({ target }) => {
    const username = target.unique('zoë');
    const reply = await target.login({ ...target.credentials, username });
    if (reply.status === 200) expect(reply.body).toContain(`"user": "${username}"`);
    else expectErrorPage(reply, 401, REFUSED);
  },
);
