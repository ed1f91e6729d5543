import { expect } from '@playwright/test';
import { EVERY_LINE, requirement } from '../requirement.ts';

requirement(
  'tornado.welcome.clients',
  {
    level: 'must',
    text: 'GET / tells anybody which clients there are: local, local_async, runner and runner_async.',
    source: { documented: 'netapi, rest_tornado', observed: EVERY_LINE },
  },
  async ({ target }) => {
    const reply = await target.get('/');
    expect(reply.status).toBe(200);
    expect(reply.body).toBe(
      '{"clients": ["local", "local_async", "runner", "runner_async"], "return": "Welcome"}',
    );
  },
);
