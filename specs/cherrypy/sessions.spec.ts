import { expect } from '@playwright/test';
import { EVERY_LINE, requirement } from '../requirement.ts';
import {
  cookieHeader,
  expectRefused,
  expectUsed,
  sessionOf,
  tokenHeader,
  UNKNOWN_SESSION,
  use,
} from './session.ts';

const documented = { documented: 'rest_cherrypy, salt_token_tool', observed: EVERY_LINE };
const observed = { observed: EVERY_LINE };
const needs = ['own login'] as const;

/** Minutes that a session lives without a request. */
const IDLE_MINUTES = 600;

requirement(
  'cherrypy.sessions.header',
  {
    level: 'must',
    text: 'The token of a log-in opens its session in the header X-Auth-Token.',
    source: documented,
    needs,
  },
  async ({ target }) => {
    const reply = await use(target, tokenHeader(await target.freshSession()));
    expectUsed(reply);
    expect(reply.header('Cache-Control')).toBe('private');
  },
);

requirement(
  'cherrypy.sessions.cookie',
  {
    level: 'must',
    text: 'The cookie of a log-in opens its session.',
    source: documented,
    needs,
  },
  async ({ target }) => expectUsed(await use(target, cookieHeader(await target.freshSession()))),
);

requirement(
  'cherrypy.sessions.header-first',
  {
    level: 'must',
    text: 'Of header and cookie the header counts, good or bad.',
    source: documented,
    needs,
  },
  async ({ target }) => {
    const id = await target.freshSession();
    expectUsed(await use(target, tokenHeader(id), cookieHeader(UNKNOWN_SESSION)));
    expectRefused(await use(target, tokenHeader(UNKNOWN_SESSION), cookieHeader(id)));
  },
);

requirement(
  'cherrypy.sessions.empty-header',
  {
    level: 'must',
    text: 'An empty X-Auth-Token counts as none: the cookie opens the session.',
    source: { observed: EVERY_LINE, client: ['SaltGUI'] },
    needs,
  },
  async ({ target }) => {
    const id = await target.freshSession();
    expectUsed(await use(target, tokenHeader(''), cookieHeader(id)));
  },
);

requirement(
  'cherrypy.sessions.header-blanks',
  {
    level: 'should',
    text: 'Blanks around X-Auth-Token are no part of it.',
    source: observed,
    needs,
  },
  async ({ target }) => {
    const id = await target.freshSession();
    expectUsed(await use(target, tokenHeader(` \t${id} \t`)));
  },
);

requirement(
  'cherrypy.sessions.query',
  {
    level: 'should',
    text: 'A session id in the query string of POST / is not read.',
    source: observed,
    needs,
  },
  async ({ target }) => {
    const id = await target.freshSession();
    expectRefused(await target.post(`/?token=${id}&session_id=${id}`, []));
  },
);

requirement(
  'cherrypy.sessions.authorization',
  {
    level: 'must',
    text: 'The Authorization header opens no session, and does not stand in the way of one.',
    source: { observed: EVERY_LINE, client: ['agartha'] },
    needs,
  },
  async ({ target }) => {
    const id = await target.freshSession();
    expectRefused(await use(target, ['Authorization', `Bearer ${id}`]));
    expectUsed(await use(target, tokenHeader(id), ['Authorization', 'Basic c2FsdDpzYWx0']));
  },
);

requirement(
  'cherrypy.sessions.sliding',
  {
    level: 'should',
    text: 'Every answer in a session sets its cookie again, with ten hours to live.',
    source: observed,
    needs,
  },
  async ({ target }) => {
    const id = await target.freshSession();
    const reply = await use(target, tokenHeader(id));
    expect(sessionOf(reply)).toBe(id);
    expect(reply.header('Set-Cookie')).toContain('; Max-Age=36000; Path=/');
  },
);

requirement(
  'cherrypy.sessions.idle',
  {
    level: 'may',
    text: 'A session dies after ten hours without a request, and each request gives it ten more.',
    source: {
      documented: 'rest_cherrypy, LowDataAdapter: tools.sessions.timeout; CherryPy, RamSession',
    },
    needs: ['own login', 'tellable clock'],
  },
  async ({ target }) => {
    const header = tokenHeader(await target.freshSession());
    for (const minutes of [IDLE_MINUTES - 1, IDLE_MINUTES - 1]) {
      await target.passes(minutes * 60);
      expectUsed(await use(target, header));
    }
    await target.passes(IDLE_MINUTES * 60 + 1);
    expectRefused(await use(target, header));
  },
);
