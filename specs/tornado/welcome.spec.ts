import { expect } from '@playwright/test';
import { EVERY_LINE, requirement } from '../requirement.ts';

const documented = { documented: 'rest_tornado, GET /', observed: EVERY_LINE };
const observed = { observed: EVERY_LINE };

requirement(
  'tornado.welcome.clients',
  {
    level: 'must',
    text: 'GET / names the four clients, in their order, without signing in.',
    source: documented,
  },
  async ({ target }) => {
    const reply = await target.get('/');
    expect(reply.status).toBe(200);
    const { clients } = target.shape(reply, 'welcome');
    expect(clients).toEqual(['local', 'local_async', 'runner', 'runner_async']);
  },
);

requirement(
  'tornado.welcome.bytes',
  {
    level: 'should',
    text: 'The welcome has 84 bytes, one more than documented, with the clients first.',
    source: observed,
  },
  async ({ target }) => {
    const reply = await target.get('/');
    expect(reply.body).toBe(
      '{"clients": ["local", "local_async", "runner", "runner_async"], "return": "Welcome"}',
    );
    expect(reply.header('Content-Length')).toBe('84');
  },
);

requirement(
  'tornado.welcome.with-token',
  {
    level: 'should',
    text: 'A token changes nothing about the welcome, be it good or not.',
    source: observed,
  },
  async ({ target }) => {
    const { body } = await target.get('/');
    for (const header of [await target.auth(), ['X-Auth-Token', 'none'] as const]) {
      const reply = await target.get('/', [header]);
      expect(reply.status).toBe(200);
      expect(reply.body).toBe(body);
    }
  },
);
