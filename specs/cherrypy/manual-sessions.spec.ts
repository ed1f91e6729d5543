import { expect } from '@playwright/test';
import { agreed } from '../manual.ts';
import { requirement } from '../requirement.ts';
import type { Target } from '../target/target.ts';
import { cookieHeader, tokenHeader } from './session.ts';

const AUTHENTICATION = 'Authentication';

requirement(
  'cherrypy.manual-sessions.header',
  {
    ...agreed('rest_cherrypy', AUTHENTICATION),
    level: 'must',
    text: 'The token of a log-in that is sent in X-Auth-Token authenticates a request.',
    needs: ['own login'],
  },
  async ({ target }) => {
    const token = await target.freshSession();
    const reply = await target.post('/', [], [tokenHeader(token)]);
    expect({ status: reply.status, body: reply.json() }).toEqual({
      status: 200,
      body: { return: [] },
    });
  },
);

requirement(
  'cherrypy.manual-sessions.cookie',
  {
    ...agreed('rest_cherrypy', AUTHENTICATION),
    level: 'must',
    text: 'The token of a log-in that is sent as the cookie session_id authenticates a request.',
    needs: ['own login'],
  },
  async ({ target }) => {
    const token = await target.freshSession();
    const reply = await target.post('/', [], [cookieHeader(token)]);
    expect({ status: reply.status, body: reply.json() }).toEqual({
      status: 200,
      body: { return: [] },
    });
  },
);

requirement(
  'cherrypy.manual-sessions.logout',
  {
    ...agreed('rest_cherrypy', 'POST /logout'),
    level: 'must',
    text: 'POST /logout expires the cookie of the client and ends the session, whose token is refused from then on.',
    needs: ['own login'],
  },
  async ({ target }) => {
    const token = await target.freshSession();
    const left = await target.post('/logout', {}, [tokenHeader(token)]);
    expect(left.status).toBe(200);
    const [, date = ''] = /expires=([^;]+)/.exec(left.header('Set-Cookie') ?? '') ?? [];
    expect(Date.parse(date)).toBeLessThan(Date.parse(left.header('Date') ?? ''));
    expect((await target.post('/', [], [tokenHeader(token)])).status).toBe(401);
  },
);

/** URLs whose statuses the manual lists, and how one of each is asked for. */
const PROTECTED: readonly (readonly [
  name: string,
  ask: (target: Target) => Promise<{ status: number }>,
])[] = [
  ['POST /', (target) => target.post('/', [])],
  ['GET /minions', (target) => target.get('/minions')],
  ['POST /minions', (target) => target.post('/minions', [])],
  ['GET /jobs', (target) => target.get('/jobs')],
  ['GET /events', (target) => target.get('/events')],
  ['POST /hook', (target) => target.post('/hook', {})],
];

for (const [name, ask] of PROTECTED) {
  const [method = '', path = ''] = name.toLowerCase().split(' ');
  requirement(
    `cherrypy.manual-sessions.${method}-${path === '/' ? 'root' : path.slice(1)}`,
    {
      ...agreed('rest_cherrypy', name),
      level: 'must',
      text: `${name} without a token is answered with 401.`,
    },
    async ({ target }) => expect((await ask(target)).status).toBe(401),
  );
}
