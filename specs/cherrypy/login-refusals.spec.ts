import { expect } from '@playwright/test';
import { EVERY_LINE, requirement } from '../requirement.ts';
import type { Target } from '../target/target.ts';
import { expectErrorPage, SERVER_ERROR } from './error-page.ts';
import { expectHeaders } from './header-order.ts';
import { needPasswords } from './need-passwords.ts';
import { sessionOf } from './session.ts';

const source = { documented: 'rest_cherrypy, Login.POST', observed: EVERY_LINE };
const observed = { observed: EVERY_LINE };
const needs = ['own login'] as const;

const REFUSED = 'Could not authenticate using provided credentials';

/** @throws NotVerified where the run's back end takes any password */
function wrongPassword(target: Target): string {
  needPasswords(target);
  return target.unique('certainly-wrong');
}

requirement(
  'cherrypy.login.wrong-password',
  {
    level: 'must',
    text: 'POST /login with a wrong password answers 401 with the HTML page that says so.',
    source,
    needs,
  },
  async ({ target }) => {
    const password = wrongPassword(target);
    expectErrorPage(await target.login({ ...target.credentials, password }), 401, REFUSED);
  },
);

requirement(
  'cherrypy.login.refusal-headers',
  {
    level: 'should',
    text: 'A refused log-in sets a cookie, and names neither X-Auth-Token nor WWW-Authenticate.',
    source: observed,
    needs,
  },
  async ({ target }) => {
    const password = wrongPassword(target);
    const reply = await target.login({ ...target.credentials, password });
    expectHeaders(reply, ['Vary', 'Content-Length', 'Set-Cookie']);
  },
);

requirement(
  'cherrypy.login.refused-session',
  {
    level: 'should',
    text: 'The session id that a refused log-in sets opens nothing.',
    source: observed,
    needs,
  },
  async ({ target }) => {
    const password = wrongPassword(target);
    const refused = await target.login({ ...target.credentials, password });
    const reply = await target.post('/', [], [['X-Auth-Token', sessionOf(refused)]]);
    expect(reply.status).toBe(401);
  },
);

requirement(
  'cherrypy.login.unknown-user',
  {
    level: 'should',
    text: 'A log-in as nobody is refused in the same words as a wrong password: the answer does not tell which users there are.',
    source: observed,
    needs,
  },
  async ({ target }) => {
    const password = wrongPassword(target);
    const username = target.unique('nobody');
    const reply = await target.login({ ...target.credentials, username, password });
    expectErrorPage(reply, 401, REFUSED);
  },
);

requirement(
  'cherrypy.login.unknown-eauth',
  {
    level: 'must',
    text: 'A log-in with an eauth back end that is not configured is refused with 401.',
    source,
    needs,
  },
  async ({ target }) => {
    const eauth = target.unique('nosuch');
    expectErrorPage(await target.login({ ...target.credentials, eauth }), 401, REFUSED);
  },
);

for (const missing of ['username', 'password', 'eauth'] as const) {
  requirement(
    `cherrypy.login.no-${missing}`,
    {
      level: 'must',
      text: `A log-in without ${missing} is refused with 401, like one with bad credentials.`,
      source,
      needs,
    },
    async ({ target }) => {
      const { [missing]: _left, ...rest } = target.credentials;
      expectErrorPage(await target.post('/login', rest), 401, REFUSED);
    },
  );
}

requirement(
  'cherrypy.login.empty-object',
  {
    level: 'should',
    text: 'A log-in with an empty object is refused with 401.',
    source: observed,
  },
  async ({ target }) => expectErrorPage(await target.post('/login', {}), 401, REFUSED),
);

const NO_CREDENTIALS = {
  'empty-list': [],
  null: null,
  number: 3,
  text: 'saltdev',
  'list-of-texts': ['saltdev'],
  'nested-list': [[{ username: 'saltdev' }]],
} as const;

for (const [name, body] of Object.entries(NO_CREDENTIALS)) {
  requirement(
    `cherrypy.login.${name}`,
    {
      level: 'should',
      text: `A log-in whose body is ${JSON.stringify(body)} is a 500 in JSON, not a refusal.`,
      source: observed,
    },
    async ({ target }) => {
      const reply = await target.post('/login', body);
      expect(reply.status).toBe(500);
      target.shape(reply, 'server-error');
      expect(reply.body).toBe(SERVER_ERROR);
    },
  );
}

requirement(
  'cherrypy.login.query-credentials',
  {
    level: 'should',
    text: 'Credentials in the query string are not read.',
    source: observed,
    needs,
  },
  async ({ target }) => {
    const query = new URLSearchParams(Object.entries(target.credentials)).toString();
    expectErrorPage(await target.post(`/login?${query}`, {}), 401, REFUSED);
  },
);
