import { expect } from '@playwright/test';
import { EVERY_LINE, requirement } from '../requirement.ts';

const source = { documented: 'rest_cherrypy, LowDataAdapter.GET', observed: EVERY_LINE };

/** The methods of NetapiClient, in their order; `destroy` is one of them by accident. */
const CLIENTS = [
  'destroy',
  'local',
  'local_async',
  'local_batch',
  'local_subset',
  'runner',
  'runner_async',
  'ssh',
  'wheel',
  'wheel_async',
];

requirement(
  'cherrypy.root.welcome',
  {
    level: 'must',
    text: 'GET / answers 200 with the welcome document and the list of clients, without credentials.',
    source,
  },
  async ({ target }) => {
    const reply = await target.get('/');
    expect(reply.status).toBe(200);
    target.shape(reply, 'welcome');
  },
);

requirement(
  'cherrypy.root.clients',
  {
    level: 'should',
    text: 'GET / lists every client that Salt knows in alphabetical order, enabled or not, and names destroy among them.',
    source: { observed: EVERY_LINE },
  },
  async ({ target }) => {
    const reply = await target.get('/');
    expect(target.shape(reply, 'welcome').clients).toEqual(CLIENTS);
  },
);

requirement(
  'cherrypy.root.json-by-default',
  {
    level: 'must',
    text: 'GET / without an Accept header answers JSON, and the content type names no charset.',
    source: { documented: 'rest_cherrypy, hypermedia_handler', observed: EVERY_LINE },
  },
  async ({ target }) => {
    const reply = await target.get('/');
    expect(reply.headerValues('Content-Type')).toEqual(['application/json']);
  },
);

requirement(
  'cherrypy.root.no-session',
  {
    level: 'should',
    text: 'GET / neither starts a session nor refuses one that is not valid.',
    source: { observed: EVERY_LINE },
  },
  async ({ target }) => {
    const reply = await target.get('/', [['X-Auth-Token', target.unique('invalid')]]);
    expect(reply.status).toBe(200);
    expect(reply.headerValues('Set-Cookie')).toEqual([]);
  },
);
