import { expect } from '@playwright/test';
import { EVERY_LINE, requirement } from '../requirement.ts';
import type { Reply } from '../target/reply.ts';
import type { Target } from '../target/target.ts';
import { expectErrorPage, SERVER_ERROR } from './error-page.ts';
import { sessionOf, tokenHeader } from './session.ts';

const documented = { documented: 'rest_cherrypy, Login.POST', observed: EVERY_LINE };
const observed = { observed: EVERY_LINE };
const needs = ['own login'] as const;

function postAs(target: Target, contentType: string, body: string): Promise<Reply> {
  return target.post('/login', body, [['Content-Type', contentType]]);
}

/** The run's credentials as YAML; JSON strings are YAML ones. */
function yamlOf(target: Target): string {
  const lines = Object.entries(target.credentials).map(
    ([name, value]) => `${name}: ${JSON.stringify(value)}\n`,
  );
  return lines.join('');
}

function formOf(target: Target): string {
  return new URLSearchParams(Object.entries(target.credentials)).toString();
}

function expectLogIn(target: Target, reply: Reply): void {
  expect(reply.status).toBe(200);
  expect(target.shape(reply, 'login').return[0].user).toBe(target.credentials.username);
}

requirement(
  'cherrypy.login.json-list',
  {
    level: 'must',
    text: 'Credentials may come as a JSON list of one object.',
    source: { ...documented, client: ['pepper'] },
    needs,
  },
  async ({ target }) => expectLogIn(target, await target.post('/login', [target.credentials])),
);

requirement(
  'cherrypy.login.form',
  {
    level: 'must',
    text: 'Credentials may come as a form.',
    source: { ...documented, client: ['npm salt-api'] },
    needs,
  },
  async ({ target }) => {
    const type = 'application/x-www-form-urlencoded';
    expectLogIn(target, await postAs(target, type, formOf(target)));
  },
);

requirement(
  'cherrypy.login.form-charset',
  {
    level: 'must',
    text: 'The content type of a form may name a charset.',
    source: { observed: EVERY_LINE, client: ['browsers'] },
    needs,
  },
  async ({ target }) => {
    const type = 'application/x-www-form-urlencoded; charset=UTF-8';
    expectLogIn(target, await postAs(target, type, formOf(target)));
  },
);

requirement(
  'cherrypy.login.form-blank',
  {
    level: 'should',
    text: 'A field of a form without a value counts as absent: a log-in with an empty eauth is refused with 401.',
    source: observed,
    needs,
  },
  async ({ target }) => {
    const form = new URLSearchParams({ ...target.credentials, eauth: '' }).toString();
    const reply = await postAs(target, 'application/x-www-form-urlencoded', form);
    expectErrorPage(reply, 401, 'Could not authenticate using provided credentials');
  },
);

for (const type of ['application/x-yaml', 'text/yaml'] as const) {
  const name = type.replace('/', '-');
  requirement(
    `cherrypy.login.${name}`,
    {
      level: 'should',
      text: `Credentials may come as YAML under ${type}.`,
      source: observed,
      needs,
    },
    async ({ target }) => expectLogIn(target, await postAs(target, type, yamlOf(target))),
  );
}

requirement(
  'cherrypy.login.plain-json',
  {
    level: 'must',
    text: 'JSON under text/plain is read as JSON.',
    source: { observed: EVERY_LINE, client: ['SaltGUI'] },
    needs,
  },
  async ({ target }) => {
    const body = JSON.stringify(target.credentials);
    expectLogIn(target, await postAs(target, 'text/plain;charset=UTF-8', body));
  },
);

requirement(
  'cherrypy.login.plain-form',
  {
    level: 'should',
    text: 'A form under text/plain is a text, not credentials: 500 in JSON.',
    source: observed,
    needs,
  },
  async ({ target }) => {
    const reply = await postAs(target, 'text/plain', formOf(target));
    expect(reply.status).toBe(500);
    expect(reply.body).toBe(SERVER_ERROR);
  },
);

requirement(
  'cherrypy.login.no-body',
  {
    level: 'should',
    text: 'POST /login without a body is a 500 in JSON.',
    source: observed,
  },
  async ({ target }) => {
    const headers = [['Content-Length', '0']] as const;
    const reply = await target.send({ method: 'POST', path: '/login', headers });
    expect(reply.status).toBe(500);
    expect(reply.body).toBe(SERVER_ERROR);
  },
);

requirement(
  'cherrypy.login.broken-json',
  {
    level: 'should',
    text: 'Broken JSON is answered with 400 Invalid JSON document.',
    source: observed,
  },
  async ({ target }) => {
    const reply = await postAs(target, 'application/json', '{"username": ');
    expectErrorPage(reply, 400, 'Invalid JSON document');
  },
);

for (const type of ['application/yaml', 'multipart/form-data; boundary=x'] as const) {
  const name = type.split(';')[0]?.replace('/', '-') ?? '';
  requirement(
    `cherrypy.login.${name}`,
    {
      level: 'should',
      text: `A body under ${type} is answered with 406 Content type not supported.`,
      source: observed,
    },
    async ({ target }) => {
      expectErrorPage(await postAs(target, type, '{}'), 406, 'Content type not supported');
    },
  );
}

requirement(
  'cherrypy.login.yaml-answer',
  {
    level: 'must',
    text: 'With Accept: application/x-yaml a log-in is answered in YAML, its keys sorted.',
    source: documented,
    needs,
  },
  async ({ target }) => {
    const reply = await target.login(target.credentials, [['Accept', 'application/x-yaml']]);
    expect(reply.status).toBe(200);
    expect(reply.header('Content-Type')).toBe('application/x-yaml');
    const lines = reply.body.split('\n');
    expect(lines[0]).toBe('return:');
    expect(lines[1]).toBe(`- eauth: ${target.credentials.eauth}`);
    const keys = lines.filter((line) => /^ {2}\w/.test(line)).map((line) => line.trim());
    const names = keys.map((line) => line.split(':')[0]);
    expect(names).toEqual(['expire', 'perms', 'start', 'token', 'user']);
    expect(keys[0]).toMatch(/^expire: \d+\.\d+$/);
    const token = (keys[3] ?? '').replace(/^token: '?|'$/g, '');
    expect(token).toBe(reply.header('X-Auth-Token'));
  },
);

requirement(
  'cherrypy.login.unacceptable-answer',
  {
    level: 'should',
    text: 'A log-in whose answer the client does not accept is a 406, but the session it sets is logged in.',
    source: observed,
    needs,
  },
  async ({ target }) => {
    const reply = await target.send({
      method: 'POST',
      path: '/login',
      headers: [
        ['Accept', 'text/html'],
        ['Content-Type', 'application/json'],
      ],
      body: JSON.stringify(target.credentials),
    });
    expectErrorPage(
      reply,
      406,
      'Your client sent this Accept header: text/html. But this resource only emits these media types: application/json, application/x-yaml.',
    );
    const used = await target.post('/', [], [tokenHeader(sessionOf(reply))]);
    expect(used.body).toBe('{"return": []}');
  },
);
