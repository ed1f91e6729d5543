import { expect } from '@playwright/test';
import { EVERY_LINE, requirement } from '../requirement.ts';
import { SERVER_ERROR } from './error-page.ts';
import { expectRefused } from './session.ts';

const source = { documented: 'rest_cherrypy, LowDataAdapter.POST', observed: EVERY_LINE };
const observed = { observed: EVERY_LINE };
const needs = ['minion'] as const;
requirement(
  'cherrypy.lowstate.one-fails',
  {
    level: 'should',
    text: 'One chunk that fails makes the whole answer its error; what the others returned is lost.',
    source: observed,
    needs,
  },
  async ({ target }) => {
    const ping = { client: 'local', tgt: target.minion, fun: 'test.ping' };
    const invalid = await target.lowstate([ping, { ...ping, client: 'foo' }, ping]);
    expect(invalid.status).toBe(400);
    expect(invalid.body).toContain("<p>Invalid client specified: 'foo'</p>");
    const broken = await target.lowstate([ping, { client: 'local', tgt: target.minion }]);
    expect(broken.status).toBe(500);
    expect(broken.body).toBe(SERVER_ERROR);
  },
);

requirement(
  'cherrypy.lowstate.no-client',
  {
    level: 'should',
    text: "A chunk without a client is answered with 400 and Python's None in the place of its name.",
    source: observed,
    needs,
  },
  async ({ target }) => {
    const chunk = { tgt: target.minion, fun: 'test.ping' };
    for (const more of [{}, { client: null }]) {
      const reply = await target.lowstate({ ...chunk, ...more });
      expect(reply.status).toBe(400);
      expect(reply.body).toContain("<p>Invalid client specified: 'None'</p>");
    }
  },
);

requirement(
  'cherrypy.lowstate.client-before-all-else',
  {
    level: 'should',
    text: "A chunk's client is looked at before its target and its function, and in its own case.",
    source: observed,
  },
  async ({ target }) => {
    for (const client of ['foo', 'LOCAL', ' local', '', 'local_asynch']) {
      const reply = await target.lowstate({ client });
      expect(reply.status).toBe(400);
      expect(reply.body).toContain(`<p>Invalid client specified: '${client}'</p>`);
    }
  },
);

requirement(
  'cherrypy.lowstate.client-escaped',
  {
    level: 'should',
    text: 'The name of a client that does not exist is shown with its markup escaped.',
    source: observed,
  },
  async ({ target }) => {
    const reply = await target.lowstate({ client: '<b>&' });
    expect(reply.status).toBe(400);
    expect(reply.body).toContain("<p>Invalid client specified: '&lt;b&gt;&amp;'</p>");
  },
);

requirement(
  'cherrypy.lowstate.disabled-client',
  {
    level: 'should',
    text: 'A client that netapi_enable_clients does not name is answered with 400 and how to enable it; destroy, which is none, never is.',
    source: observed,
  },
  async ({ target }) => {
    const reply = await target.lowstate({ client: 'destroy', tgt: '*', fun: 'test.ping' });
    expect(reply.status).toBe(400);
    expect(reply.body).toContain(
      "<p>Client disabled: 'destroy'. Add to 'netapi_enable_clients' master config option to enable.</p>",
    );
  },
);

requirement(
  'cherrypy.lowstate.session-before-client',
  {
    level: 'must',
    text: 'Without a session even a client that does not exist is answered with 401.',
    source,
  },
  async ({ target }) => {
    const reply = await target.post('/', [{ client: 'foo' }]);
    expectRefused(reply);
  },
);

requirement(
  'cherrypy.lowstate.no-dict',
  {
    level: 'should',
    text: 'A chunk that is no dict is answered with a 500 in JSON.',
    source: observed,
  },
  async ({ target }) => {
    for (const chunk of [null, 'x', [1], 5]) {
      const reply = await target.authed.post('/', [chunk]);
      expect(reply.status, JSON.stringify(chunk)).toBe(500);
      expect(reply.body).toBe(SERVER_ERROR);
    }
  },
);

requirement(
  'cherrypy.lowstate.credentials-of-the-session',
  {
    level: 'should',
    text: 'A token in a chunk is replaced by that of the session.',
    source: observed,
    needs,
  },
  async ({ target }) => {
    const chunk = { client: 'local', tgt: target.minion, fun: 'test.ping', token: 'not hex' };
    const reply = await target.lowstate(chunk);
    expect(reply.body).toBe(`{"return": [{"${target.minion}": true}]}`);
  },
);
