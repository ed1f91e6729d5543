import { expect } from '@playwright/test';
import { EVERY_LINE, requirement } from '../requirement.ts';
import { expectErrorPage } from './error-page.ts';
import { expectHeaders } from './header-order.ts';

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

requirement(
  'cherrypy.root.yaml',
  {
    level: 'should',
    text: 'GET / answers YAML where it is asked for, its keys sorted.',
    source: { observed: EVERY_LINE },
  },
  async ({ target }) => {
    const reply = await target.get('/', [['Accept', 'application/x-yaml']]);
    expect(reply.header('Content-Type')).toBe('application/x-yaml');
    const list = CLIENTS.map((client) => `- ${client}\n`).join('');
    expect(reply.body).toBe(`clients:\n${list}return: Welcome\n`);
  },
);

requirement(
  'cherrypy.root.headers',
  {
    level: 'should',
    text: 'GET / sends neither a cookie nor Cache-Control, and Vary before Content-Length.',
    source: { observed: EVERY_LINE },
  },
  async ({ target }) => {
    const reply = await target.get('/');
    expectHeaders(reply, ['Vary', 'Content-Length']);
  },
);

requirement(
  'cherrypy.root.head',
  {
    level: 'should',
    text: 'HEAD / answers as GET does, without the body.',
    source: { observed: EVERY_LINE },
  },
  async ({ target }) => {
    const [get, head] = [await target.get('/'), await target.send({ method: 'HEAD', path: '/' })];
    expect(head.status).toBe(200);
    expect(head.header('Content-Length')).toBe(String(get.bytes.length));
    expect(head.body).toBe('');
  },
);

requirement(
  'cherrypy.root.query',
  {
    level: 'should',
    text: 'GET / with a query is answered with 404 Nothing matches the given URI.',
    source: { observed: EVERY_LINE },
  },
  async ({ target }) => {
    expectErrorPage(await target.get('/?x=1'), 404, 'Nothing matches the given URI');
  },
);

requirement(
  'cherrypy.root.put',
  {
    level: 'should',
    text: 'PUT / without a session is answered with 405 and the methods that are allowed, not with 401.',
    source: { observed: EVERY_LINE },
  },
  async ({ target }) => {
    const reply = await target.send({
      method: 'PUT',
      path: '/',
      headers: [['Content-Type', 'application/json']],
      body: '{}',
    });
    expectErrorPage(reply, 405, 'Specified method is invalid for this resource');
    expect(reply.header('Allow')).toBe('GET, HEAD, POST');
  },
);
