import { expect } from '@playwright/test';
import { EVERY_LINE, requirement } from '../requirement.ts';

requirement(
  'tornado.login.get',
  {
    level: 'must',
    text: 'GET /login is answered with 401 and asks to log in, with a token or without.',
    source: { documented: 'rest_tornado, GET /login', observed: EVERY_LINE },
  },
  async ({ target }) => {
    for (const headers of [[], [await target.auth()]]) {
      const reply = await target.get('/login', headers);
      expect(reply.status).toBe(401);
      expect(reply.headerValues('Www-Authenticate')).toEqual(['Session']);
      expect(reply.headerValues('Content-Type')).toEqual(['application/json']);
      expect(reply.body).toBe('{"status": "401 Unauthorized", "return": "Please log in"}');
    }
  },
);

requirement(
  'tornado.login.get-yaml',
  {
    level: 'should',
    text: 'GET /login as YAML is one line.',
    source: { observed: EVERY_LINE },
  },
  async ({ target }) => {
    const reply = await target.get('/login', [['Accept', 'application/x-yaml']]);
    expect(reply.status).toBe(401);
    expect(reply.headerValues('Content-Type')).toEqual(['application/x-yaml']);
    expect(reply.body).toBe('{return: Please log in, status: 401 Unauthorized}\n');
  },
);
