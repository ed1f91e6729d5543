import { expect } from '@playwright/test';
import { EVERY_LINE, requirement } from '../requirement.ts';
import type { Header } from '../../report/result.ts';
import { expectErrorPage } from './error-page.ts';
import { expectHeaders } from './header-order.ts';

const observed = { observed: EVERY_LINE };

const ORIGIN: Header = ['Origin', 'http://example.com'];
const WANTED: Header = ['Access-Control-Request-Headers', 'x-auth-token,  Content-Type ,accept'];

requirement(
  'tornado.cors.preflight',
  {
    level: 'should',
    text: 'OPTIONS is answered with 204 without signing in; it allows the headers that were asked for as they were written, tells of X-Auth-Token, and allows OPTIONS, GET and POST.',
    source: observed,
  },
  async ({ target }) => {
    const reply = await target.send({
      method: 'OPTIONS',
      path: '/',
      headers: [ORIGIN, WANTED],
    });
    expect(reply.status).toBe(204);
    expect(reply.header('Access-Control-Allow-Headers')).toBe(WANTED[1]);
    expect(reply.header('Access-Control-Expose-Headers')).toBe('X-Auth-Token');
    expect(reply.header('Access-Control-Allow-Methods')).toBe('OPTIONS, GET, POST');
  },
);

requirement(
  'tornado.cors.preflight-headers',
  {
    level: 'should',
    text: 'A preflight has neither body nor type nor length.',
    source: observed,
  },
  async ({ target }) => {
    const reply = await target.send({
      method: 'OPTIONS',
      path: '/',
      headers: [WANTED],
    });
    expectHeaders(reply, [
      'Server',
      'Date',
      'Access-Control-Allow-Headers',
      'Access-Control-Expose-Headers',
      'Access-Control-Allow-Methods',
    ]);
    expect(reply.body).toBe('');
  },
);

requirement(
  'tornado.cors.preflight-everywhere',
  {
    level: 'should',
    text: 'Every path answers a preflight alike, that of one minion too.',
    source: observed,
  },
  async ({ target }) => {
    for (const path of [
      '/login',
      '/minions',
      '/minions/web1',
      '/jobs',
      '/run',
      '/events',
      '/hook',
    ]) {
      const reply = await target.send({
        method: 'OPTIONS',
        path,
        headers: [ORIGIN, WANTED],
      });
      expect(reply.status).toBe(204);
      expect(reply.header('Access-Control-Allow-Methods')).toBe('OPTIONS, GET, POST');
    }
  },
);

requirement(
  'tornado.cors.preflight-of-nothing',
  {
    level: 'should',
    text: 'OPTIONS that asks for no headers is a 500.',
    source: observed,
  },
  async ({ target }) => {
    for (const headers of [[], [ORIGIN]])
      expectErrorPage(await target.send({ method: 'OPTIONS', path: '/login', headers }), 500);
  },
);

requirement(
  'tornado.cors.preflight-of-empty',
  {
    level: 'should',
    text: 'A preflight that asks for headers and names none is allowed none.',
    source: observed,
  },
  async ({ target }) => {
    const headers: readonly Header[] = [['Access-Control-Request-Headers', '']];
    const reply = await target.send({ method: 'OPTIONS', path: '/', headers });
    expect(reply.status).toBe(204);
    expect(reply.headerValues('Access-Control-Allow-Headers')).toEqual(['']);
  },
);

requirement(
  'tornado.cors.no-credentials',
  {
    level: 'should',
    text: 'No answer allows credentials: browsers of another origin cannot use the cookie.',
    source: observed,
  },
  async ({ target }) => {
    for (const method of ['GET', 'POST', 'OPTIONS']) {
      const reply = await target.send({
        method,
        path: '/login',
        headers: [ORIGIN, WANTED],
      });
      expect(reply.headerValues('Access-Control-Allow-Credentials')).toEqual([]);
    }
  },
);
