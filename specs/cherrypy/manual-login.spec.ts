import { expect } from '@playwright/test';
import { agreed, parted } from '../manual.ts';
import { requirement } from '../requirement.ts';
import type { Reply } from '../target/reply.ts';
import { bodyOf, field, firstReturn, keysOf } from '../target/return-of.ts';
import type { Target } from '../target/target.ts';
import { postForm } from './post-form.ts';
import { needPasswords } from './need-passwords.ts';
import { tokenHeader } from './session.ts';

const LOGIN = 'POST /login';
const needs = ['own login'] as const;

/** Logs in as the manual's example does, by a form. */
function logIn(target: Target): Promise<Reply> {
  return postForm(target, '/login', { ...target.credentials });
}

/** What a log-in tells of its session, be it in a list or not. */
function sessionIn(reply: Reply): unknown {
  return firstReturn(reply) ?? field(bodyOf(reply), 'return');
}

/** The id in the cookie of a reply. */
function cookieId(reply: Reply): string | undefined {
  return /^session_id=([^;]+)/.exec(reply.header('Set-Cookie') ?? '')?.[1];
}

requirement(
  'cherrypy.manual-login.answers',
  {
    ...agreed('rest_cherrypy', `${LOGIN} and release notes of 0.8.0`),
    level: 'must',
    text: 'Who logs in by a form is answered with 200, not redirected, and X-Auth-Token is the token in the body and the session_id of the cookie.',
    needs,
  },
  async ({ target }) => {
    const reply = await logIn(target);
    expect(reply.status).toBe(200);
    const token = reply.header('X-Auth-Token');
    expect(token).toMatch(/^[0-9a-f]+$/);
    expect(field(sessionIn(reply), 'token')).toBe(token);
    expect(cookieId(reply)).toBe(token);
  },
);

requirement(
  'cherrypy.manual-login.names',
  {
    ...agreed('rest_cherrypy', `${LOGIN} and release notes of 0.8.0`),
    level: 'must',
    text: 'A log-in tells its token, its start and end in seconds, the user and eauth as they were sent, and what the user may do.',
    needs,
  },
  async ({ target }) => {
    const session = sessionIn(await logIn(target));
    expect(keysOf(session).toSorted()).toEqual(
      ['eauth', 'expire', 'perms', 'start', 'token', 'user'].toSorted(),
    );
    const { username, eauth } = target.credentials;
    expect(session).toMatchObject({ user: username, eauth });
    expect(Number(field(session, 'expire'))).toBeGreaterThan(Number(field(session, 'start')));
    expect(field(session, 'perms')).toBeInstanceOf(Object);
  },
);

requirement(
  'cherrypy.manual-login.dict',
  {
    ...parted('rest_cherrypy', LOGIN, 'cherrypy.login.list-of-one'),
    level: 'should',
    text: 'In salt-api 0.8.4 the return of a log-in is a dict, which no list stands around.',
    needs,
  },
  async ({ target }) => {
    const reply = await logIn(target);
    expect(field(bodyOf(reply), 'return', 'token')).toBe(reply.header('X-Auth-Token'));
  },
);

requirement(
  'cherrypy.manual-login.short-token',
  {
    ...parted('rest_cherrypy', LOGIN, 'cherrypy.login.token-form'),
    level: 'may',
    text: 'In salt-api 0.8.4 a token is 8 hex digits.',
    needs,
  },
  async ({ target }) => {
    const reply = await logIn(target);
    expect(reply.header('X-Auth-Token')).toMatch(/^[0-9a-f]{8}$/);
    expect(cookieId(reply)).toMatch(/^[0-9a-f]{8}$/);
  },
);

requirement(
  'cherrypy.manual-login.cookie',
  {
    ...agreed('rest_cherrypy', LOGIN),
    level: 'should',
    text: 'The cookie of a log-in names the date at which it expires, which lies ahead, and holds for every path.',
    needs,
  },
  async ({ target }) => {
    const reply = await logIn(target);
    const [, date = ''] =
      /; expires=([^;]+); (?:.*; )?Path=\/$/.exec(reply.header('Set-Cookie') ?? '') ?? [];
    expect(Date.parse(date)).toBeGreaterThan(Date.parse(reply.header('Date') ?? ''));
  },
);

requirement(
  'cherrypy.manual-login.bare-cookie',
  {
    ...parted('rest_cherrypy', LOGIN, 'cherrypy.login.cookie'),
    level: 'may',
    text: 'In salt-api 0.8.4 a cookie has an id, a date and a path, and does not say for how many seconds it holds.',
    needs,
  },
  async ({ target }) => {
    const reply = await logIn(target);
    expect(reply.header('Set-Cookie')).toMatch(
      /^session_id=[0-9a-f]+; expires=\w{3}, \d\d \w{3} \d{4} [\d:]{8} GMT; Path=\/$/,
    );
  },
);

requirement(
  'cherrypy.manual-login.refused',
  {
    ...agreed('rest_cherrypy', `${LOGIN}: since 0.8.1`),
    level: 'must',
    text: 'Credentials that are not good are answered with 401, and X-Auth-Token is not there.',
    needs,
  },
  async ({ target }) => {
    needPasswords(target);
    const wrong = { ...target.credentials, password: 'certainly wrong' };
    const reply = await postForm(target, '/login', wrong);
    expect(reply.status).toBe(401);
    expect(reply.headerValues('X-Auth-Token')).toEqual([]);
  },
);

requirement(
  'cherrypy.manual-login.in-session',
  {
    ...agreed('rest_cherrypy', `${LOGIN}: request headers`),
    level: 'should',
    text: 'Who sends the token of a session along may log in as well.',
    needs,
  },
  async ({ target }) => {
    const headers = [tokenHeader(await target.freshSession())];
    const reply = await target.login(target.credentials, headers);
    expect(reply.status).toBe(200);
    expect(field(sessionIn(reply), 'user')).toBe(target.credentials.username);
  },
);

requirement(
  'cherrypy.manual-login.page',
  {
    ...parted('rest_cherrypy', 'GET /login', 'cherrypy.accept.refuses-html'),
    level: 'should',
    text: 'In salt-api 0.8.4 GET /login has a page in HTML for who accepts it.',
  },
  async ({ target }) => {
    const reply = await target.get('/login', [['Accept', 'text/html']]);
    expect(reply.status).toBe(200);
    expect(reply.header('Content-Type')).toMatch(/^text\/html/);
  },
);

requirement(
  'cherrypy.manual-login.life',
  {
    ...parted('rest_cherrypy', 'release notes of 0.7.5', 'cherrypy.sessions.idle'),
    level: 'should',
    text: 'In salt-api 0.8.4 a session that nobody uses lives as long as its Salt token, and so does its cookie.',
    needs,
  },
  async ({ target }) => {
    const reply = await logIn(target);
    const session = sessionIn(reply);
    const header = tokenHeader(String(field(session, 'token')));
    const life = Number(field(session, 'expire')) - Number(field(session, 'start'));
    const [, date = ''] = /expires=([^;]+)/.exec(reply.header('Set-Cookie') ?? '') ?? [];
    const cookieLife = (Date.parse(date) - Date.parse(reply.header('Date') ?? '')) / 1000;
    expect(Math.abs(cookieLife - life)).toBeLessThan(60);
    await target.passes(Math.floor(life * 0.95));
    expect((await target.post('/', [], [header])).status).toBe(200);
    await target.passes(Math.ceil(life) + 1);
    expect((await target.post('/', [], [header])).status).toBe(401);
  },
);
