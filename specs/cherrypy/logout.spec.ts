import { expect } from '@playwright/test';
import { EVERY_LINE, requirement } from '../requirement.ts';
import { expectErrorPage } from './error-page.ts';
import { expectHeaders } from './header-order.ts';
import { expectCleared, logOut } from './log-out.ts';
import {
  cookieHeader,
  expectRefused,
  expectUsed,
  NO_PERMISSION,
  sessionOf,
  tokenHeader,
  use,
} from './session.ts';

const documented = { documented: 'rest_cherrypy, Logout.POST', observed: EVERY_LINE };
const observed = { observed: EVERY_LINE };
const needs = ['own login'] as const;

const YEAR_SECONDS = 31_536_000;

requirement(
  'cherrypy.logout.header',
  {
    level: 'must',
    text: 'POST /logout ends the session of X-Auth-Token and says so.',
    source: documented,
    needs,
  },
  async ({ target }) => {
    const id = await target.freshSession();
    expectCleared(target, await logOut(target, id));
    expectRefused(await use(target, tokenHeader(id)));
  },
);

requirement(
  'cherrypy.logout.cookie',
  {
    level: 'must',
    text: 'POST /logout ends the session of the cookie.',
    source: documented,
    needs,
  },
  async ({ target }) => {
    const id = await target.freshSession();
    expectCleared(target, await target.post('/logout', {}, [cookieHeader(id)]));
    expectRefused(await use(target, tokenHeader(id)));
  },
);

requirement(
  'cherrypy.logout.twice',
  {
    level: 'must',
    text: 'A second POST /logout of the same session is refused with 401.',
    source: documented,
    needs,
  },
  async ({ target }) => {
    const id = await target.freshSession();
    await logOut(target, id);
    expectErrorPage(await logOut(target, id), 401, NO_PERMISSION);
  },
);

requirement(
  'cherrypy.logout.other-session',
  {
    level: 'should',
    text: 'POST /logout ends one session: another of the same user lives on, and so does its Salt token.',
    source: observed,
    needs,
  },
  async ({ target }) => {
    const [ended, other] = [await target.freshSession(), await target.freshSession()];
    await logOut(target, ended);
    expectUsed(await use(target, tokenHeader(other)));
    const chunk = { client: 'local', tgt: target.unique('nobody'), fun: 'test.ping' };
    const reply = await target.post('/', [chunk], [tokenHeader(other)]);
    expect(reply.body).toBe('{"return": [{}]}');
  },
);

requirement(
  'cherrypy.logout.expired-cookie',
  {
    level: 'must',
    text: 'The answer of POST /logout sets a cookie with another id that expired a year ago, and has no Max-Age.',
    source: documented,
    needs,
  },
  async ({ target }) => {
    const id = await target.freshSession();
    const reply = await logOut(target, id);
    expect(sessionOf(reply)).not.toBe(id);
    const [, expires = ''] =
      /^session_id=[0-9a-f]{40}; expires=([^;]+); Path=\/$/.exec(
        reply.header('Set-Cookie') ?? '',
      ) ?? [];
    const age = (Date.parse(reply.header('Date') ?? '') - Date.parse(expires)) / 1000;
    expect(Math.abs(age - YEAR_SECONDS)).toBeLessThan(60);
  },
);

requirement(
  'cherrypy.logout.new-id',
  {
    level: 'may',
    text: 'The id in the expired cookie still opens a session, but its Salt token is gone: whatever asks the master is refused with 401.',
    source: observed,
    needs,
  },
  async ({ target }) => {
    const id = sessionOf(await logOut(target, await target.freshSession()));
    expectUsed(await use(target, tokenHeader(id)));
    const chunk = { client: 'local', tgt: target.unique('nobody'), fun: 'test.ping' };
    const reply = await target.post('/', [chunk], [tokenHeader(id)]);
    expectErrorPage(reply, 401, 'Authentication error occurred.');
  },
);

requirement(
  'cherrypy.logout.headers',
  {
    level: 'should',
    text: 'The answer of POST /logout is private, and its cookie comes last.',
    source: observed,
    needs,
  },
  async ({ target }) => {
    const reply = await logOut(target, await target.freshSession());
    expectHeaders(reply, ['Cache-Control', 'Vary', 'Content-Length', 'Set-Cookie']);
    expect(reply.header('Cache-Control')).toBe('private');
  },
);

requirement(
  'cherrypy.logout.login-after',
  {
    level: 'should',
    text: 'After a log-out a client that sends its old id can log in anew, and gets another id.',
    source: observed,
    needs,
  },
  async ({ target }) => {
    const id = await target.freshSession();
    await logOut(target, id);
    const reply = await target.login(target.credentials, [tokenHeader(id)]);
    expect(reply.status).toBe(200);
    expect(sessionOf(reply)).not.toBe(id);
    expectUsed(await use(target, tokenHeader(sessionOf(reply))));
  },
);
