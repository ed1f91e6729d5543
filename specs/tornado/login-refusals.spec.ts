import { expect } from '@playwright/test';
import { EVERY_LINE, requirement } from '../requirement.ts';
import { NotVerified } from '../not-verified.ts';
import type { Target } from '../target/target.ts';
import { expectErrorPage } from './error-page.ts';
import { expectHeaders } from './header-order.ts';

const observed = { observed: EVERY_LINE };
const documented = {
  documented: 'rest_tornado, POST /login',
  observed: EVERY_LINE,
};
const needs = ['own login'] as const;

/** @throws NotVerified where the run's back end takes any password */
function wrongPassword(target: Target): string {
  if (target.credentials.eauth === 'auto')
    throw new NotVerified('needs an eauth back end that looks at the password; auto takes any');
  return target.unique('certainly-wrong');
}

requirement(
  'tornado.login.wrong-password',
  {
    level: 'must',
    text: 'A wrong password is refused with 401.',
    source: documented,
    needs,
  },
  async ({ target }) => {
    const password = wrongPassword(target);
    expectErrorPage(await target.login({ ...target.credentials, password }), 401);
  },
);

requirement(
  'tornado.login.refusal-headers',
  {
    level: 'should',
    text: 'A refused log-in sets no cookie, and says nothing of how to authenticate.',
    source: observed,
    needs,
  },
  async ({ target }) => {
    const password = wrongPassword(target);
    const reply = await target.login({ ...target.credentials, password });
    expectHeaders(reply, ['Server', 'Content-Type', 'Date', 'Content-Length']);
  },
);

requirement(
  'tornado.login.unknown-user',
  {
    level: 'should',
    text: 'A user that there is not is refused as one with a wrong password is.',
    source: observed,
    needs,
  },
  async ({ target }) => {
    const password = wrongPassword(target);
    const username = target.unique('nobody');
    expectErrorPage(await target.login({ ...target.credentials, username, password }), 401);
  },
);

requirement(
  'tornado.login.unknown-eauth',
  {
    level: 'must',
    text: 'An eauth back end that is not there is refused with 401.',
    source: documented,
    needs,
  },
  async ({ target }) => {
    const eauth = target.unique('nosuch');
    expectErrorPage(await target.login({ ...target.credentials, eauth }), 401);
  },
);

for (const missing of ['username', 'password', 'eauth'] as const) {
  requirement(
    `tornado.login.no-${missing}`,
    {
      level: 'must',
      text: `A log-in without ${missing} is a 400.`,
      source: documented,
      needs,
    },
    async ({ target }) => {
      const { [missing]: _left, ...rest } = target.credentials;
      expectErrorPage(await target.post('/login', rest), 400);
    },
  );
}

/** Bodies that are no credentials as JSON, and what comes of them, by the end of the requirement's id. */
const NO_CREDENTIALS: Readonly<Record<string, readonly [body: string, status: 400 | 500]>> = {
  'empty-object': ['{}', 400],
  'empty-list': ['[]', 400],
  'list-of-credentials': ['[{"username": "a", "password": "b", "eauth": "pam"}]', 400],
  text: ['"saltdev"', 400],
  null: ['null', 400],
  false: ['false', 400],
  number: ['7', 500],
  true: ['true', 500],
};

for (const [name, [body, status]] of Object.entries(NO_CREDENTIALS)) {
  requirement(
    `tornado.login.${name}`,
    {
      level: 'should',
      text: `A log-in with ${body} is a ${status}.`,
      source: observed,
    },
    async ({ target }) => {
      const type = ['Content-Type', 'application/json'] as const;
      expectErrorPage(await target.post('/login', body, [type]), status);
    },
  );
}

requirement(
  'tornado.login.no-body',
  {
    level: 'should',
    text: 'A log-in without a body is a 500.',
    source: observed,
  },
  async ({ target }) => {
    expectErrorPage(await target.send({ method: 'POST', path: '/login' }), 500);
  },
);

requirement(
  'tornado.login.query-only',
  {
    level: 'should',
    text: 'Credentials in the query alone are not read: the body is missing all the same.',
    source: observed,
    needs,
  },
  async ({ target }) => {
    const query = new URLSearchParams(Object.entries(target.credentials)).toString();
    expectErrorPage(await target.send({ method: 'POST', path: `/login?${query}` }), 500);
    expectErrorPage(await target.post(`/login?${query}`, {}), 400);
  },
);

requirement(
  'tornado.login.twice-in-a-form',
  {
    level: 'should',
    text: 'A password that a form has twice is a list, and refused.',
    source: observed,
    needs,
  },
  async ({ target }) => {
    const password = wrongPassword(target);
    const { username, eauth } = target.credentials;
    const form = new URLSearchParams({ username, eauth }).toString();
    const reply = await target.post(`/login`, `${form}&password=${password}&password=b`, [
      ['Content-Type', 'application/x-www-form-urlencoded'],
    ]);
    expect(reply.headerValues('Set-Cookie')).toEqual([]);
    expectErrorPage(reply, 401);
  },
);
