import { expect } from '@playwright/test';
import { EVERY_LINE, requirement } from '../requirement.ts';
import { ANSWER, GOOD, returnsOf, UNEXPECTED } from './low-data.ts';
import { REFUSED, UNKNOWN_TOKEN } from './sign-in.ts';

const observed = { observed: EVERY_LINE };
const needs = ['runner'] as const;

requirement(
  'tornado.low-data.no-credentials',
  {
    level: 'should',
    text: 'A chunk without credentials ends the list, with a sentence in its place.',
    source: observed,
    needs,
  },
  async ({ target }) => {
    const [, token] = await target.auth();
    const chunks = [{ ...GOOD, token }, GOOD, { ...GOOD, token }];
    const reply = await target.post('/run', chunks);
    expect(reply.status).toBe(200);
    expect(reply.json()).toEqual({ return: [ANSWER, REFUSED] });
  },
);

for (const client of ['local', 'local_async', 'runner', 'runner_async']) {
  const name = client.replace('_', '-');
  requirement(
    `tornado.low-data.bad-password-${name}`,
    {
      level: 'should',
      text: `Credentials that are not good end the list at a chunk of ${client}.`,
      source: observed,
      needs: ['own login'],
    },
    async ({ target }) => {
      const password = target.unique('certainly-wrong');
      const chunk = {
        client,
        tgt: '*',
        fun: 'test.arg',
        ...target.credentials,
        password,
      };
      const reply = await target.post('/run', [chunk, chunk]);
      expect(reply.status).toBe(200);
      expect(reply.json()).toEqual({ return: [REFUSED] });
    },
  );
}

for (const client of ['local', 'local_async']) {
  requirement(
    `tornado.low-data.bad-token-${client.replace('_', '-')}`,
    {
      level: 'should',
      text: `A token that is not good ends the list at a chunk of ${client}.`,
      source: observed,
    },
    async ({ target }) => {
      const chunk = {
        client,
        tgt: '*',
        fun: 'test.ping',
        token: UNKNOWN_TOKEN,
      };
      const reply = await target.post('/run', [chunk, chunk]);
      expect(reply.json()).toEqual({ return: [REFUSED] });
    },
  );
}

for (const client of ['runner', 'runner_async']) {
  requirement(
    `tornado.low-data.bad-token-${client.replace('_', '-')}`,
    {
      level: 'should',
      text: `A token that is not good is something unexpected at a chunk of ${client}, and the list goes on.`,
      source: observed,
    },
    async ({ target }) => {
      const chunk = { client, fun: 'test.arg', token: UNKNOWN_TOKEN };
      const reply = await target.post('/run', [chunk, chunk]);
      const text = `${UNEXPECTED}Authentication failure of type "token" occurred.`;
      expect(reply.json()).toEqual({ return: [text, text] });
    },
  );
}

requirement(
  'tornado.low-data.not-permitted-local',
  {
    level: 'should',
    text: 'A job that the user may not start ends the list, as if the credentials were not good.',
    source: observed,
    needs: ['limited user'],
  },
  async ({ target }) => {
    const chunk = { client: 'local', tgt: '*', fun: 'grains.get', arg: ['id'] };
    expect((await target.limited.lowstate([chunk, chunk])).json()).toEqual({
      return: [REFUSED],
    });
  },
);

requirement(
  'tornado.low-data.not-permitted-runner',
  {
    level: 'should',
    text: 'A runner that the user may not call is something unexpected, told with the name of the user, and the list goes on.',
    source: observed,
    needs: ['limited user'],
  },
  async ({ target }) => {
    const { username } = target.limited.login.credentials;
    const chunk = { client: 'runner', fun: 'manage.up' };
    const text = `${UNEXPECTED}Authentication failure of type "token" occurred for user ${username}.`;
    expect((await target.limited.lowstate([chunk, chunk])).json()).toEqual({
      return: [text, text],
    });
  },
);

requirement(
  'tornado.low-data.own-token',
  {
    level: 'should',
    text: 'The token of a chunk counts, not that of the request.',
    source: observed,
    needs,
  },
  async ({ target }) => {
    expect(await returnsOf(target, { ...GOOD, token: UNKNOWN_TOKEN }, GOOD)).toEqual([
      `${UNEXPECTED}Authentication failure of type "token" occurred.`,
      ANSWER,
    ]);
  },
);
