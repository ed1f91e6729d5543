import { expect } from '@playwright/test';
import { EVERY_LINE, requirement } from '../requirement.ts';

const source = { documented: 'rest_cherrypy, Keys.GET', observed: EVERY_LINE };
const observed = { observed: EVERY_LINE };

requirement(
  'cherrypy.keys-url.list',
  {
    level: 'must',
    text: 'GET /keys answers the ids by the state of their keys, as a dict under `return`.',
    source,
    needs: ['wheel'],
  },
  async ({ target }) => {
    const reply = await target.get('/keys', [await target.auth()]);
    expect(reply.status).toBe(200);
    const keys = target.shape(reply, 'keys').return;
    expect([...keys.minions].toSorted()).toEqual(
      [...target.fleet.up, ...target.fleet.down].toSorted(),
    );
    expect([...keys.minions_pre].toSorted()).toEqual(target.fleet.pending);
    expect([...keys.minions_rejected].toSorted()).toEqual(target.fleet.rejected);
  },
);

requirement(
  'cherrypy.keys-url.no-cache-control',
  {
    level: 'should',
    text: 'GET /keys sets a cookie but, since no salt_auth tool watches over it, no Cache-Control.',
    source: observed,
    needs: ['wheel'],
  },
  async ({ target }) => {
    const reply = await target.get('/keys', [await target.auth()]);
    expect(reply.status).toBe(200);
    expect(reply.headerValues('Set-Cookie')).toHaveLength(1);
    expect(reply.headerValues('Cache-Control')).toEqual([]);
  },
);

requirement(
  'cherrypy.keys-url.anonymous',
  {
    level: 'must',
    text: 'GET /keys without a session answers 401 and says that there were no credentials.',
    source,
  },
  async ({ target }) => {
    const reply = await target.get('/keys');
    expect(reply.status).toBe(401);
    expect(reply.body).toContain('<p>No authentication credentials given</p>');
  },
);

requirement(
  'cherrypy.keys-url.finger',
  {
    level: 'must',
    text: 'GET /keys/<mid> answers the fingerprint of that minion’s key under its state.',
    source,
    needs: ['wheel', 'minion'],
  },
  async ({ target }) => {
    const reply = await target.get(`/keys/${target.minion}`, [await target.auth()]);
    expect(reply.status).toBe(200);
    const fingers = target.shape(reply, 'key-fingers').return;
    expect(Object.keys(fingers)).toEqual(['minions']);
    expect(Object.keys(fingers['minions'] ?? {})).toEqual([target.minion]);
  },
);

requirement(
  'cherrypy.keys-url.finger-by-query',
  {
    level: 'should',
    text: 'GET /keys?mid=<mid> is the same as GET /keys/<mid>.',
    source: observed,
    needs: ['wheel', 'minion'],
  },
  async ({ target }) => {
    const auth = await target.auth();
    const byPath = await target.get(`/keys/${target.minion}`, [auth]);
    const byQuery = await target.get(`/keys?mid=${target.minion}`, [auth]);
    expect(byQuery.status).toBe(200);
    expect(byQuery.body).toBe(byPath.body);
  },
);

requirement(
  'cherrypy.keys-url.finger-glob',
  {
    level: 'should',
    text: 'GET /keys/* answers every fingerprint, and those of the master’s own key files under `local`.',
    source: observed,
    needs: ['wheel', 'minion'],
  },
  async ({ target }) => {
    const reply = await target.get('/keys/*', [await target.auth()]);
    const fingers = target.shape(reply, 'key-fingers').return;
    expect(Object.keys(fingers['minions'] ?? {})).toEqual(expect.arrayContaining([target.minion]));
    expect(Object.keys(fingers['local'] ?? {})).toHaveLength(2);
  },
);

requirement(
  'cherrypy.keys-url.unknown',
  {
    level: 'must',
    text: 'GET /keys/<mid> for an id that there is no key of answers 200 and an empty dict.',
    source,
    needs: ['wheel'],
  },
  async ({ target }) => {
    const reply = await target.get(`/keys/${target.unique('nobody')}`, [await target.auth()]);
    expect(reply.status).toBe(200);
    expect(reply.body).toBe('{"return": {}}');
  },
);
