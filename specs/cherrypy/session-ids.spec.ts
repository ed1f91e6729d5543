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

const observed = { observed: EVERY_LINE };
const needs = ['own login'] as const;

requirement(
  'cherrypy.sessions.login-again',
  {
    level: 'should',
    text: 'A log-in that carries a live session keeps its id.',
    source: observed,
    needs,
  },
  async ({ target }) => {
    const id = await target.freshSession();
    for (const header of [tokenHeader(id), cookieHeader(id)]) {
      const reply = await target.login(target.credentials, [header]);
      expect(reply.status).toBe(200);
      expect(sessionOf(reply)).toBe(id);
    }
    expectUsed(await use(target, tokenHeader(id)));
  },
);

requirement(
  'cherrypy.sessions.failed-login',
  {
    level: 'should',
    text: 'A refused log-in that carries a live session does not end it.',
    source: observed,
    needs,
  },
  async ({ target }) => {
    const header = tokenHeader(await target.freshSession());
    const eauth = target.unique('nosuch');
    const refused = await target.login({ ...target.credentials, eauth }, [header]);
    expect(refused.status).toBe(401);
    expectUsed(await use(target, header));
  },
);

requirement(
  'cherrypy.sessions.unknown-id',
  {
    level: 'should',
    text: 'A log-in that carries a session id nobody was given gets another one: a client cannot choose its id.',
    source: observed,
    needs,
  },
  async ({ target }) => {
    const reply = await target.login(target.credentials, [tokenHeader(UNKNOWN_SESSION)]);
    expect(reply.status).toBe(200);
    expect(sessionOf(reply)).not.toBe(UNKNOWN_SESSION);
    expectRefused(await use(target, tokenHeader(UNKNOWN_SESSION)));
  },
);

requirement(
  'cherrypy.sessions.welcome-id',
  {
    level: 'should',
    text: 'The session id of GET /login is not kept: a log-in that carries it gets another one.',
    source: observed,
    needs,
  },
  async ({ target }) => {
    const id = sessionOf(await target.get('/login'));
    const reply = await target.login(target.credentials, [tokenHeader(id)]);
    expect(sessionOf(reply)).not.toBe(id);
  },
);

requirement(
  'cherrypy.sessions.fixed-id',
  {
    level: 'may',
    text: 'The session id of a refusal is kept: a log-in that carries it is given the same id (session fixation).',
    source: { observed: ['3006.28', '3007.15'] },
    until: '3007',
    needs,
  },
  async ({ target }) => {
    const id = sessionOf(await target.post('/', []));
    const reply = await target.login(target.credentials, [tokenHeader(id)]);
    expect(sessionOf(reply)).toBe(id);
    expectUsed(await use(target, tokenHeader(id)));
  },
);

requirement(
  'cherrypy.sessions.no-fixed-id',
  {
    level: 'should',
    text: 'The session id of a refusal is not kept: a log-in that carries it is given another one.',
    source: { observed: ['3008.3'] },
    since: '3008',
    needs,
  },
  async ({ target }) => {
    const id = sessionOf(await target.post('/', []));
    const reply = await target.login(target.credentials, [tokenHeader(id)]);
    expect(sessionOf(reply)).not.toBe(id);
    expectRefused(await use(target, tokenHeader(id)));
  },
);
