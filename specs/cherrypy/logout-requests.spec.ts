import { expect } from '@playwright/test';
import { EVERY_LINE, requirement } from '../requirement.ts';
import { CRASHED, expectErrorPage } from './error-page.ts';
import { expectCleared } from './log-out.ts';
import { expectRefused, expectUsed, tokenHeader, use } from './session.ts';

const observed = { observed: EVERY_LINE };
const needs = ['own login'] as const;

/** Bodies that POST /logout takes and pays no heed to. */
const BODIES = { list: '[]', null: 'null', number: '3', text: '"x"' } as const;

for (const [name, body] of Object.entries(BODIES)) {
  requirement(
    `cherrypy.logout.body-${name}`,
    {
      level: 'should',
      text: `What the body of POST /logout says does not matter: ${body} logs out.`,
      source: { observed: EVERY_LINE, client: ['SUSE salt-netapi-client'] },
      needs,
    },
    async ({ target }) => {
      const header = tokenHeader(await target.freshSession());
      const type = ['Content-Type', 'application/json'] as const;
      expectCleared(target, await target.post('/logout', body, [header, type]));
    },
  );
}

requirement(
  'cherrypy.logout.no-body',
  {
    level: 'must',
    text: 'POST /logout needs no body.',
    source: { observed: EVERY_LINE, client: ['SUSE salt-netapi-client'] },
    needs,
  },
  async ({ target }) => {
    const headers = [tokenHeader(await target.freshSession()), ['Content-Length', '0']] as const;
    expectCleared(target, await target.send({ method: 'POST', path: '/logout', headers }));
  },
);

requirement(
  'cherrypy.logout.broken-json',
  {
    level: 'should',
    text: 'Broken JSON at /logout is answered with 400, and the session lives on.',
    source: observed,
    needs,
  },
  async ({ target }) => {
    const id = await target.freshSession();
    const type = ['Content-Type', 'application/json'] as const;
    const reply = await target.post('/logout', '{', [tokenHeader(id), type]);
    expectErrorPage(reply, 400, 'Invalid JSON document');
    expectUsed(await use(target, tokenHeader(id)));
  },
);

requirement(
  'cherrypy.logout.query',
  {
    level: 'should',
    text: 'POST /logout with a query is answered with 404, and the session lives on.',
    source: observed,
    needs,
  },
  async ({ target }) => {
    const id = await target.freshSession();
    const reply = await target.post('/logout?a=b', {}, [tokenHeader(id)]);
    expectErrorPage(reply, 404, 'Nothing matches the given URI');
    expectUsed(await use(target, tokenHeader(id)));
  },
);

requirement(
  'cherrypy.logout.unacceptable-answer',
  {
    level: 'should',
    text: 'POST /logout whose answer the client does not accept is a 406, but the session has ended.',
    source: observed,
    needs,
  },
  async ({ target }) => {
    const id = await target.freshSession();
    const headers = [tokenHeader(id), ['Accept', 'text/html'], ['Content-Length', '0']] as const;
    const reply = await target.send({ method: 'POST', path: '/logout', headers });
    expect(reply.status).toBe(406);
    expectRefused(await use(target, tokenHeader(id)));
  },
);

requirement(
  'cherrypy.logout.yaml',
  {
    level: 'should',
    text: 'POST /logout answers YAML where it is asked for.',
    source: observed,
    needs,
  },
  async ({ target }) => {
    const headers = [
      tokenHeader(await target.freshSession()),
      ['Accept', 'application/x-yaml'],
      ['Content-Length', '0'],
    ] as const;
    const reply = await target.send({ method: 'POST', path: '/logout', headers });
    expect(reply.body).toBe('return: Your token has been cleared\n');
  },
);

requirement(
  'cherrypy.logout.get',
  {
    level: 'should',
    text: 'GET /logout fails with an HTML 500, with a session or without, and ends none.',
    source: observed,
    needs,
  },
  async ({ target }) => {
    const id = await target.freshSession();
    for (const headers of [[], [tokenHeader(id)]]) {
      const reply = await target.get('/logout', headers);
      expectErrorPage(reply, 500, CRASHED);
      expect(reply.header('Set-Cookie')).toBeUndefined();
    }
    expectUsed(await use(target, tokenHeader(id)));
  },
);

requirement(
  'cherrypy.logout.put',
  {
    level: 'should',
    text: 'PUT /logout in a session is answered with 405 and the methods that are allowed.',
    source: observed,
    needs,
  },
  async ({ target }) => {
    const reply = await target.send({
      method: 'PUT',
      path: '/logout',
      headers: [tokenHeader(await target.freshSession()), ['Content-Type', 'application/json']],
      body: '{}',
    });
    expectErrorPage(reply, 405, 'Specified method is invalid for this resource');
    expect(reply.header('Allow')).toBe('GET, HEAD, POST');
  },
);
