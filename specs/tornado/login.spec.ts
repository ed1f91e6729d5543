import { expect } from '@playwright/test';
import { EVERY_LINE, requirement } from '../requirement.ts';
import { keysOf, firstReturn } from '../target/return-of.ts';
import { ANSWER, GOOD } from './low-data.ts';
import { expectUsed, tokenHeader, tokenOf, use } from './sign-in.ts';

const observed = { observed: EVERY_LINE };
const documented = {
  documented: 'rest_tornado, POST /login',
  observed: EVERY_LINE,
};
const needs = ['own login'] as const;

requirement(
  'tornado.login.json',
  {
    level: 'must',
    text: 'Good credentials as JSON are answered with a token.',
    source: documented,
    needs,
  },
  async ({ target }) => {
    const reply = await target.login();
    expect(reply.status).toBe(200);
    const [{ user, eauth, start, expire }] = target.shape(reply, 'tornado-login').return;
    expect(user).toBe(target.credentials.username);
    expect(eauth).toBe(target.credentials.eauth);
    expect(expire).toBeGreaterThan(start);
  },
);

requirement(
  'tornado.login.form',
  {
    level: 'must',
    text: 'Good credentials as a form are answered alike.',
    source: documented,
    needs,
  },
  async ({ target }) => {
    const form = new URLSearchParams(Object.entries(target.credentials)).toString();
    const type = ['Content-Type', 'application/x-www-form-urlencoded'] as const;
    const reply = await target.post('/login', form, [type]);
    expect(reply.status).toBe(200);
    target.shape(reply, 'tornado-login');
  },
);

for (const type of ['application/x-yaml', 'text/yaml', 'text/plain']) {
  requirement(
    `tornado.login.${type.replace(/^application.x-|^text.(?=plain)/, '').replace('/', '-')}`,
    {
      level: 'should',
      text: `Good credentials as ${type} are answered alike.`,
      source: observed,
      needs,
    },
    async ({ target }) => {
      const body = JSON.stringify(target.credentials);
      target.shape(await target.post('/login', body, [['Content-Type', type]]), 'tornado-login');
    },
  );
}

requirement(
  'tornado.login.order-of-keys',
  {
    level: 'should',
    text: 'The answer to a log-in is a list of one object: token, expire, start, user, eauth, perms, in this order.',
    source: observed,
    needs,
  },
  async ({ target }) => {
    const reply = await target.login();
    expect(keysOf(reply.json())).toEqual(['return']);
    expect(keysOf(firstReturn(reply))).toEqual([
      'token',
      'expire',
      'start',
      'user',
      'eauth',
      'perms',
    ]);
  },
);

requirement(
  'tornado.login.cookie',
  {
    level: 'must',
    text: 'A log-in sets the token as the cookie session_id for /, without an end and without a restriction.',
    source: documented,
    needs,
  },
  async ({ target }) => {
    const reply = await target.login();
    expect(reply.headerValues('Set-Cookie')).toEqual([`session_id=${tokenOf(reply)}; Path=/`]);
  },
);

requirement(
  'tornado.login.token-works',
  {
    level: 'must',
    text: 'The token signs in, and each log-in makes one of its own, beside those before.',
    source: documented,
    needs,
  },
  async ({ target }) => {
    const tokens = [tokenOf(await target.login()), tokenOf(await target.login())];
    expect(new Set(tokens).size).toBe(2);
    for (const token of tokens) expectUsed(await use(target, tokenHeader(token)));
  },
);

requirement(
  'tornado.login.token-of-salt',
  {
    level: 'should',
    text: 'The token is Salt’s own: as "token" in a chunk of /run it is as good.',
    source: observed,
    needs: ['own login', 'runner'],
  },
  async ({ target }) => {
    const token = tokenOf(await target.login());
    const reply = await target.post('/run', [{ ...GOOD, token }]);
    expect(reply.json()).toEqual({ return: [ANSWER] });
  },
);

requirement(
  'tornado.login.perms-sorted',
  {
    level: 'should',
    text: 'What the user may call is told once each, texts first and sorted.',
    source: observed,
    needs,
  },
  async ({ target }) => {
    const [{ perms }] = target.shape(await target.login(), 'tornado-login').return;
    const texts = (Array.isArray(perms) ? perms : []).filter((perm) => typeof perm === 'string');
    expect(texts.length).toBeGreaterThan(0);
    expect(texts).toEqual([...new Set(texts)].toSorted((a, b) => (a < b ? -1 : 1)));
  },
);

requirement(
  'tornado.login.limited',
  {
    level: 'should',
    text: 'A user with few rights is told those, rules by targets behind the texts.',
    source: observed,
    needs: ['limited user'],
  },
  async ({ target }) => {
    const reply = await target.login(target.limited.login.credentials);
    const [{ user, perms }] = target.shape(reply, 'tornado-login').return;
    expect(user).toBe(target.limited.login.credentials.username);
    const kinds = (Array.isArray(perms) ? perms : []).map((perm) => typeof perm);
    expect(kinds.length).toBeGreaterThan(0);
    expect(kinds).toEqual(kinds.toSorted().toReversed());
  },
);

requirement(
  'tornado.login.life-not-asked',
  {
    level: 'should',
    text: 'A log-in cannot ask for another life of its token, nor for anything else: only username, password and eauth are read.',
    source: observed,
    needs,
  },
  async ({ target }) => {
    const life = async (changes: object): Promise<number> => {
      const reply = await target.post('/login', {
        ...target.credentials,
        ...changes,
      });
      const [{ start, expire }] = target.shape(reply, 'tornado-login').return;
      return Math.round(expire - start);
    };
    expect(await life({ token_expire: 77, colour: 'red' })).toBe(await life({}));
    expect(await life({})).not.toBe(77);
  },
);

requirement(
  'tornado.login.query-and-form',
  {
    level: 'should',
    text: 'Of credentials in a form some may stand in the query.',
    source: observed,
    needs,
  },
  async ({ target }) => {
    const { eauth, ...rest } = target.credentials;
    const form = new URLSearchParams(Object.entries(rest)).toString();
    const type = ['Content-Type', 'application/x-www-form-urlencoded'] as const;
    const reply = await target.post(`/login?eauth=${eauth}`, form, [type]);
    target.shape(reply, 'tornado-login');
  },
);

requirement(
  'tornado.login.yaml-out',
  {
    level: 'should',
    text: 'A log-in that accepts YAML is answered so, its keys sorted.',
    source: observed,
    needs,
  },
  async ({ target }) => {
    const reply = await target.login(target.credentials, [
      ['Content-Type', 'application/json'],
      ['Accept', 'application/x-yaml'],
    ]);
    expect(reply.header('Content-Type')).toBe('application/x-yaml');
    expect(reply.body).toMatch(/^return:\n- eauth: .*\n  expire: [\d.]+\n  perms:/);
  },
);
