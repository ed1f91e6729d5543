import { expect } from '@playwright/test';
import { agreed, parted } from '../manual.ts';
import { requirement } from '../requirement.ts';
import type { Reply } from '../target/reply.ts';
import { bodyOf, field, firstReturn, keysOf } from '../target/return-of.ts';
import type { Target } from '../target/target.ts';

const LOGIN = 'the log-in before a websocket';
const needs = ['own login'] as const;

/** Logs in as the manual's example does, by a form. */
function logIn(target: Target): Promise<Reply> {
  const form = new URLSearchParams({ ...target.credentials }).toString();
  return target.post('/login', form, [
    ['Accept', 'application/json'],
    ['Content-Type', 'application/x-www-form-urlencoded'],
  ]);
}

requirement(
  'tornado.manual-login.answers',
  {
    ...agreed('rest_tornado', LOGIN),
    level: 'must',
    text: 'Who logs in by a form is answered with 200 and a list of one: perms, start, token, expire, user and eauth.',
    needs,
  },
  async ({ target }) => {
    const reply = await logIn(target);
    expect(reply.status).toBe(200);
    expect(field(bodyOf(reply), 'return')).toHaveLength(1);
    expect(keysOf(firstReturn(reply)).toSorted()).toEqual(
      ['eauth', 'expire', 'perms', 'start', 'token', 'user'].toSorted(),
    );
    const { username, eauth } = target.credentials;
    expect(firstReturn(reply)).toMatchObject({ user: username, eauth });
  },
);

requirement(
  'tornado.manual-login.token-of-40',
  {
    ...parted('rest_tornado', LOGIN, 'tornado.token-form.hash-type'),
    level: 'may',
    text: 'In salt-api 0.8.4 a token of rest_tornado is 40 hex digits.',
    needs,
  },
  async ({ target }) => {
    expect(field(firstReturn(await logIn(target)), 'token')).toMatch(/^[0-9a-f]{40}$/);
  },
);
