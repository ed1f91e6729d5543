import { expect } from '@playwright/test';
import { EVERY_LINE, requirement } from '../requirement.ts';
import { field, firstReturn, keysOf } from '../target/return-of.ts';
import { expectRefused } from './session.ts';

const source = { documented: 'rest_cherrypy, Minions', observed: EVERY_LINE };

requirement(
  'cherrypy.minions-url.one',
  {
    level: 'must',
    text: 'GET /minions/<id> answers the grains of that minion.',
    source: source,
    needs: ['minion'],
  },
  async ({ target }) => {
    const reply = await target.get(`/minions/${target.minion}`, [await target.auth()]);
    expect(reply.status).toBe(200);
    const grains = firstReturn(reply);
    expect(keysOf(grains)).toEqual([target.minion]);
    expect(field(grains, target.minion, 'id')).toBe(target.minion);
  },
);

requirement(
  'cherrypy.minions-url.all',
  {
    level: 'must',
    text: 'GET /minions answers the grains of every minion by id.',
    source: source,
    needs: ['minion'],
  },
  async ({ target }) => {
    const reply = await target.get('/minions', [await target.auth()]);
    const grains = firstReturn(reply);
    expect(keysOf(grains).toSorted()).toEqual(
      [...target.fleet.up, ...target.fleet.down].toSorted(),
    );
    for (const id of target.fleet.up) expect(field(grains, id, 'id')).toBe(id);
  },
);

requirement(
  'cherrypy.minions-url.glob',
  {
    level: 'should',
    text: 'The id in /minions/<id> is a glob.',
    source: { observed: EVERY_LINE },
    needs: ['minion'],
  },
  async ({ target }) => {
    const glob = encodeURIComponent(`[${target.minion.slice(0, 1)}]${target.minion.slice(1)}`);
    const reply = await target.get(`/minions/${glob}`, [await target.auth()]);
    expect(keysOf(firstReturn(reply))).toEqual([target.minion]);
  },
);

requirement(
  'cherrypy.minions-url.unknown',
  {
    level: 'must',
    text: 'GET /minions/<id> of an id that nobody has answers 200 and an empty dict.',
    source: source,
  },
  async ({ target }) => {
    const reply = await target.get(`/minions/${target.unique('nobody')}`, [await target.auth()]);
    expect(reply.status).toBe(200);
    expect(reply.body).toBe('{"return": [{}]}');
  },
);

requirement(
  'cherrypy.minions-url.down-false',
  {
    level: 'should',
    text: 'Up to 3007 a minion that is down has false instead of grains.',
    source: { observed: ['3006.28', '3007.15'] },
    until: '3007',
    needs: ['down minion'],
  },
  async ({ target }) => {
    const [down = ''] = target.fleet.down;
    const reply = await target.get(`/minions/${down}`, [await target.auth()]);
    expect(reply.body).toBe(`{"return": [{"${down}": false}]}`);
  },
);

requirement(
  'cherrypy.minions-url.down-text',
  {
    level: 'should',
    text: 'From 3008 on a minion that is down has a text that says it did not return.',
    source: { observed: ['3008.3'] },
    since: '3008',
    needs: ['down minion'],
  },
  async ({ target }) => {
    const [down = ''] = target.fleet.down;
    const reply = await target.get(`/minions/${down}`, [await target.auth()]);
    expect(field(firstReturn(reply), down)).toMatch(/^Minion did not return\. \[/);
  },
);

requirement(
  'cherrypy.minions-url.anonymous',
  { level: 'must', text: 'GET /minions without a session answers 401.', source: source },
  async ({ target }) => {
    const reply = await target.get('/minions');
    expectRefused(reply);
  },
);

requirement(
  'cherrypy.minions-url.start',
  {
    level: 'must',
    text: 'POST /minions answers 202, a job a chunk, and beside them links to the jobs.',
    source: source,
    needs: ['minion'],
  },
  async ({ target }) => {
    const chunk = { tgt: target.minion, fun: 'test.ping' };
    const reply = await target.post('/minions', [chunk, chunk], [await target.auth()]);
    expect(reply.status).toBe(202);
    const { return: jobs, _links: links } = target.shape(reply, 'jobs-started');
    expect(jobs.map(({ minions }) => minions)).toEqual([[target.minion], [target.minion]]);
    expect(links.jobs).toEqual(jobs.map(({ jid }) => ({ href: `/jobs/${jid}` })));
    expect(Object.keys(JSON.parse(reply.body) as object)).toEqual(['return', '_links']);
  },
);

requirement(
  'cherrypy.minions-url.start-client',
  {
    level: 'should',
    text: 'POST /minions runs every chunk by local_async, whatever client it names.',
    source: { observed: EVERY_LINE },
    needs: ['minion'],
  },
  async ({ target }) => {
    const chunk = { client: 'runner', tgt: target.minion, fun: 'test.ping' };
    const reply = await target.post('/minions', [chunk], [await target.auth()]);
    expect(reply.status).toBe(202);
    expect(target.shape(reply, 'jobs-started').return[0]?.minions).toEqual([target.minion]);
  },
);

requirement(
  'cherrypy.minions-url.start-nobody',
  {
    level: 'should',
    text: 'POST /minions on a target that nobody matches answers 202 with an empty dict and no link; so does no chunk at all, with nothing.',
    source: { observed: EVERY_LINE },
  },
  async ({ target }) => {
    const auth = await target.auth();
    const chunk = { tgt: target.unique('nobody'), fun: 'test.ping' };
    const nobody = await target.post('/minions', [chunk], [auth]);
    expect(nobody.status).toBe(202);
    expect(nobody.body).toBe('{"return": [{}], "_links": {"jobs": []}}');
    const nothing = await target.post('/minions', [], [auth]);
    expect(nothing.status).toBe(202);
    expect(nothing.body).toBe('{"return": [], "_links": {"jobs": []}}');
  },
);
