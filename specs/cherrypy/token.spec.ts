import { expect } from '@playwright/test';
import { EVERY_LINE, requirement } from '../requirement.ts';
import { SERVER_ERROR } from './error-page.ts';
import { needPasswords } from './need-passwords.ts';

const source = { documented: 'rest_cherrypy, Token.POST', observed: EVERY_LINE };
const observed = { observed: EVERY_LINE };
const needs = ['own login', 'runner'] as const;

requirement(
  'cherrypy.token.bare-list',
  {
    level: 'must',
    text: 'POST /token with good credentials answers a bare list with one Salt token, without a `return` around it.',
    source,
    needs,
  },
  async ({ target }) => {
    const reply = await target.post('/token', target.credentials);
    expect(reply.status).toBe(200);
    const [token] = target.shape(reply, 'tokens');
    expect(token?.name).toBe(target.credentials.username);
    expect(token?.eauth).toBe(target.credentials.eauth);
  },
);

requirement(
  'cherrypy.token.order-of-keys',
  {
    level: 'should',
    text: 'The keys of a token from POST /token stand in the order start, expire, name, eauth, token.',
    source: observed,
    needs,
  },
  async ({ target }) => {
    const reply = await target.post('/token', target.credentials);
    const [token = {}] = target.shape(reply, 'tokens');
    expect(Object.keys(token)).toEqual(['start', 'expire', 'name', 'eauth', 'token']);
  },
);

requirement(
  'cherrypy.token.no-cookie',
  {
    level: 'should',
    text: 'POST /token starts no session: the reply sets no cookie and no X-Auth-Token.',
    source: observed,
    needs,
  },
  async ({ target }) => {
    const reply = await target.post('/token', target.credentials);
    expect(reply.status).toBe(200);
    expect(reply.headerValues('Set-Cookie')).toEqual([]);
    expect(reply.headerValues('X-Auth-Token')).toEqual([]);
  },
);

requirement(
  'cherrypy.token.runs-in-run',
  {
    level: 'must',
    text: 'A token from POST /token is good as the `token` of a chunk on /run.',
    source: { ...source, client: ["Salt's bundled web page"] },
    needs,
  },
  async ({ target }) => {
    const [token] = target.shape(await target.post('/token', target.credentials), 'tokens');
    const chunk = { client: 'runner', fun: 'test.arg', token: token?.token };
    const reply = await target.post('/run', [chunk]);
    expect(reply.status).toBe(200);
    expect(reply.body).toBe('{"return": [{"args": [], "kwargs": {}}]}');
  },
);

requirement(
  'cherrypy.token.no-session',
  {
    level: 'should',
    text: 'A token from POST /token is no session: as X-Auth-Token it is refused with 401.',
    source: observed,
    needs,
  },
  async ({ target }) => {
    const [token] = target.shape(await target.post('/token', target.credentials), 'tokens');
    const reply = await target.get('/minions', [['X-Auth-Token', token?.token ?? '']]);
    expect(reply.status).toBe(401);
  },
);

requirement(
  'cherrypy.token.several',
  {
    level: 'should',
    text: 'POST /token answers every chunk of a list with a token of its own.',
    source: observed,
    needs,
  },
  async ({ target }) => {
    const reply = await target.post('/token', [target.credentials, target.credentials]);
    const tokens = target.shape(reply, 'tokens').map(({ token }) => token);
    expect(tokens).toHaveLength(2);
    expect(new Set(tokens).size).toBe(2);
  },
);

requirement(
  'cherrypy.token.form',
  {
    level: 'must',
    text: 'POST /token takes its credentials as a form.',
    source,
    needs,
  },
  async ({ target }) => {
    const form = new URLSearchParams(Object.entries(target.credentials)).toString();
    const type = ['Content-Type', 'application/x-www-form-urlencoded'] as const;
    const reply = await target.post('/token', form, [type]);
    expect(reply.status).toBe(200);
    expect(target.shape(reply, 'tokens')).toHaveLength(1);
  },
);

requirement(
  'cherrypy.token.wrong-password',
  {
    level: 'must',
    text: 'POST /token with a wrong password answers 401 and names the user.',
    source,
    needs,
  },
  async ({ target }) => {
    needPasswords(target);
    const wrong = { ...target.credentials, password: target.unique('wrong') };
    const reply = await target.post('/token', wrong);
    expect(reply.status).toBe(401);
    expect(reply.body).toContain(
      `<p>Authentication failure of type "eauth" occurred for user ${wrong.username}.</p>`,
    );
  },
);

requirement(
  'cherrypy.token.needs-runner-rights',
  {
    level: 'should',
    text: 'POST /token is a runner call: a user who may not run auth.mk_token gets 401, however good the password.',
    source: observed,
    needs: ['limited user'],
  },
  async ({ target }) => {
    const { credentials } = target.limited.login;
    const reply = await target.post('/token', credentials);
    expect(reply.status).toBe(401);
    expect(reply.body).toContain(
      `<p>Authentication failure of type "eauth" occurred for user ${credentials.username}.</p>`,
    );
  },
);

const MISSING = ['username', 'password', 'eauth'] as const;
for (const name of MISSING) {
  requirement(
    `cherrypy.token.without-${name}`,
    {
      level: 'must',
      text: `POST /token without "${name}" answers 400 and names the three fields that it requires.`,
      source,
    },
    async ({ target }) => {
      const fields = MISSING.filter((field) => field !== name).map((field) => [field, 'x']);
      const reply = await target.post('/token', Object.fromEntries(fields));
      expect(reply.status).toBe(400);
      expect(reply.body).toContain('<p>Require "username", "password", and "eauth" params</p>');
    },
  );
}

/** Bodies that hold no credentials, and what POST /token makes of them. */
const BODIES = [
  ['empty-list', '[]', 200, '[]'],
  ['empty-dict', '{}', 400, '<p>Lowstates must be a list</p>'],
  ['null', 'null', 500, SERVER_ERROR],
  ['number', '5', 500, SERVER_ERROR],
  ['list-of-numbers', '[1]', 500, SERVER_ERROR],
] as const;

for (const [name, body, status, text] of BODIES) {
  requirement(
    `cherrypy.token.body-${name}`,
    {
      level: 'should',
      text: `POST /token with the JSON body ${body} answers ${status} and ${text}.`,
      source: observed,
    },
    async ({ target }) => {
      const reply = await target.post('/token', body, [['Content-Type', 'application/json']]);
      expect(reply.status).toBe(status);
      if (text.startsWith('<p>')) expect(reply.body).toContain(text);
      else expect(reply.body).toBe(text);
    },
  );
}

requirement(
  'cherrypy.token.get-welcomes',
  {
    level: 'should',
    text: 'GET /token answers the welcome document of GET /.',
    source: observed,
  },
  async ({ target }) => {
    const reply = await target.get('/token');
    expect(reply.status).toBe(200);
    target.shape(reply, 'welcome');
    expect(reply.headerValues('Set-Cookie')).toEqual([]);
  },
);
