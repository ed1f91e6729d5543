import { expect } from '@playwright/test';
import { EVERY_LINE, requirement } from '../requirement.ts';
import { ANSWER, GOOD, UNEXPECTED } from './low-data.ts';
import { cookieHeader, REFUSED, tokenHeader, UNKNOWN_TOKEN } from './sign-in.ts';

const observed = { observed: EVERY_LINE };
const documented = {
  documented: 'rest_tornado, POST /run',
  observed: EVERY_LINE,
};

requirement(
  'tornado.run.credentials',
  {
    level: 'must',
    text: 'POST /run runs chunks that bring username, password and eauth.',
    source: documented,
    needs: ['own login', 'runner'],
  },
  async ({ target }) => {
    const reply = await target.post('/run', [{ ...GOOD, ...target.credentials }]);
    expect(reply.status).toBe(200);
    expect(reply.json()).toEqual({ return: [ANSWER] });
  },
);

requirement(
  'tornado.run.local',
  {
    level: 'must',
    text: 'POST /run runs jobs on minions alike.',
    source: documented,
    needs: ['own login', 'minion'],
  },
  async ({ target }) => {
    const chunk = {
      client: 'local',
      tgt: target.minion,
      fun: 'test.ping',
      ...target.credentials,
    };
    const reply = await target.post('/run', [chunk]);
    expect(reply.json()).toEqual({ return: [{ [target.minion]: true }] });
  },
);

requirement(
  'tornado.run.form',
  {
    level: 'should',
    text: 'A form is as good.',
    source: documented,
    needs: ['own login', 'runner'],
  },
  async ({ target }) => {
    const fields = {
      client: 'runner',
      fun: 'test.arg',
      arg: 'a',
      ...target.credentials,
    };
    const body = new URLSearchParams(fields).toString();
    const type = ['Content-Type', 'application/x-www-form-urlencoded'] as const;
    expect((await target.post('/run', body, [type])).json()).toEqual({
      return: [ANSWER],
    });
  },
);

requirement(
  'tornado.run.signed-in',
  {
    level: 'should',
    text: 'POST /run takes the token of header or cookie for chunks that bring nothing.',
    source: observed,
    needs: ['runner'],
  },
  async ({ target }) => {
    const [, token] = await target.auth();
    for (const header of [tokenHeader(token), cookieHeader(token)])
      expect((await target.post('/run', [GOOD], [header])).json()).toEqual({
        return: [ANSWER],
      });
  },
);

requirement(
  'tornado.run.stale-token',
  {
    level: 'should',
    text: 'A token that is not good, in header or cookie, makes good credentials in a chunk fail.',
    source: observed,
    needs: ['own login', 'runner'],
  },
  async ({ target }) => {
    const chunk = { ...GOOD, ...target.credentials };
    for (const header of [tokenHeader(UNKNOWN_TOKEN), cookieHeader(UNKNOWN_TOKEN)])
      expect((await target.post('/run', [chunk], [header])).json()).toEqual({
        return: [`${UNEXPECTED}Authentication failure of type "token" occurred.`],
      });
  },
);

for (const missing of ['username', 'password', 'eauth'] as const) {
  requirement(
    `tornado.run.no-${missing}`,
    {
      level: 'should',
      text: `A chunk without ${missing} is not let in, in a 200.`,
      source: observed,
      needs: ['own login'],
    },
    async ({ target }) => {
      const { [missing]: _left, ...rest } = target.credentials;
      const reply = await target.post('/run', [{ ...GOOD, ...rest }]);
      expect(reply.status).toBe(200);
      expect(reply.json()).toEqual({ return: [REFUSED] });
    },
  );
}

requirement(
  'tornado.run.empty',
  { level: 'should', text: 'No chunks are run by anybody.', source: observed },
  async ({ target }) => {
    const reply = await target.post('/run', []);
    expect(reply.status).toBe(200);
    expect(reply.body).toBe('{"return": []}');
  },
);
