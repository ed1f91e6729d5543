import { expect } from '@playwright/test';
import { EVERY_LINE, requirement } from '../requirement.ts';
import { field, keysOf } from '../target/return-of.ts';
import { expectRefused } from './session.ts';

const source = { documented: 'rest_cherrypy, Stats.GET', observed: EVERY_LINE };

requirement(
  'cherrypy.stats-url.shape',
  {
    level: 'must',
    text: 'GET /stats answers the statistics of the application and of the server, not wrapped in return.',
    source: source,
  },
  async ({ target }) => {
    const reply = await target.get('/stats', [await target.auth()]);
    expect(reply.status).toBe(200);
    const stats = target.shape(reply, 'stats');
    expect(Object.keys(stats)[0]).toBe('CherryPy Applications');
  },
);

requirement(
  'cherrypy.stats-url.threads',
  {
    level: 'should',
    text: 'GET /stats names every thread of the pool.',
    source: { observed: EVERY_LINE },
  },
  async ({ target }) => {
    const reply = await target.get('/stats', [await target.auth()]);
    const { 'CherryPy Applications': application, ...servers } = target.shape(reply, 'stats');
    expect(application.Enabled).toBe(true);
    for (const server of Object.values(servers)) {
      const names = keysOf(field(server, 'Worker Threads'));
      expect(names).toHaveLength(Number(field(server, 'Threads')));
      for (const name of names) expect(name).toMatch(/^CP Server Thread-\d+$/);
    }
  },
);

requirement(
  'cherrypy.stats-url.anonymous',
  { level: 'must', text: 'GET /stats without a session answers 401.', source: source },
  async ({ target }) => {
    const reply = await target.get('/stats');
    expectRefused(reply);
  },
);
