import { expect } from '@playwright/test';
import { EVERY_LINE, requirement } from '../requirement.ts';
import { expectErrorPage } from './error-page.ts';

const observed = { observed: EVERY_LINE };

const PATHS = ['/', '/login', '/minions', '/jobs', '/run', '/events', '/hook'] as const;

for (const method of ['PUT', 'DELETE', 'PATCH', 'PROPFIND']) {
  requirement(
    `tornado.methods.${method.toLowerCase()}`,
    {
      level: 'should',
      text: `${method} is answered with 405 on every path, and nothing is said of what would be allowed.`,
      source: observed,
    },
    async ({ target }) => {
      for (const path of PATHS) {
        const reply = await target.send({ method, path });
        expectErrorPage(reply, 405);
        expect(reply.headerValues('Allow')).toEqual([]);
      }
    },
  );
}

requirement(
  'tornado.methods.head',
  {
    level: 'should',
    text: 'HEAD is answered with 405 and the length of a page that does not come.',
    source: observed,
  },
  async ({ target }) => {
    for (const path of PATHS) {
      const reply = await target.send({ method: 'HEAD', path });
      expect(reply.status).toBe(405);
      expect(reply.headerValues('Content-Length')).toEqual(['87']);
      expect(reply.body).toBe('');
    }
  },
);

requirement(
  'tornado.methods.run-get',
  {
    level: 'should',
    text: 'GET /run is answered as GET / is.',
    source: observed,
  },
  async ({ target }) => {
    const reply = await target.get('/run');
    expect(reply.status).toBe(200);
    expect(reply.body).toBe((await target.get('/')).body);
  },
);

for (const path of ['/jobs', '/events']) {
  requirement(
    `tornado.methods.${path.slice(1)}-post`,
    {
      level: 'should',
      text: `POST ${path} runs low data as POST / does.`,
      source: observed,
    },
    async ({ target }) => {
      const reply = await target.post(path, [], [await target.auth()]);
      expect(reply.status).toBe(200);
      expect(reply.body).toBe('{"return": []}');
      expect((await target.post(path, [])).status).toBe(302);
    },
  );
}
