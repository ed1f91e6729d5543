import { expect } from '@playwright/test';
import { EVERY_LINE, requirement } from '../requirement.ts';
import { field, firstReturn, keysOf } from '../target/return-of.ts';

const observed = { observed: EVERY_LINE };
const documented = { documented: 'rest_tornado, POST /', observed: EVERY_LINE };
const needs = ['minion'] as const;

const NOBODY = 'No minions matched the target. No command was sent, no jid was assigned.';

requirement(
  'tornado.local.returns',
  {
    level: 'must',
    text: 'local answers with what each minion returned, by its id.',
    source: documented,
    needs: ['two minions'],
  },
  async ({ target }) => {
    const chunk = {
      client: 'local',
      tgt: target.fleet.up,
      tgt_type: 'list',
      fun: 'test.ping',
    };
    const reply = await target.lowstate(chunk);
    expect(reply.status).toBe(200);
    expect(reply.json()).toEqual({
      return: [Object.fromEntries(target.fleet.up.map((id) => [id, true]))],
    });
  },
);

requirement(
  'tornado.local.nobody',
  {
    level: 'must',
    text: 'A target that nobody matches is answered with a sentence, in a 200.',
    source: observed,
  },
  async ({ target }) => {
    const chunk = {
      client: 'local',
      tgt: target.unique('nobody'),
      fun: 'test.ping',
    };
    const reply = await target.lowstate(chunk);
    expect(reply.status).toBe(200);
    expect(reply.json()).toEqual({ return: [NOBODY] });
  },
);

requirement(
  'tornado.local.silent-minion',
  {
    level: 'should',
    text: 'Of a minion that does not return within gather_job_timeout nothing stands in the answer, neither false nor a sentence.',
    source: observed,
    needs: ['minion', 'down minion'],
  },
  async ({ target }) => {
    const [down = ''] = target.fleet.down;
    const tgt = [target.minion, down];
    const chunk = { client: 'local', tgt, tgt_type: 'list', fun: 'test.ping' };
    expect((await target.lowstate(chunk)).json()).toEqual({
      return: [{ [target.minion]: true }],
    });
  },
);

requirement(
  'tornado.local.nobody-returns',
  {
    level: 'should',
    text: 'Where nobody returns in time the answer is an empty object.',
    source: observed,
    needs: ['down minion'],
  },
  async ({ target }) => {
    const [tgt = ''] = target.fleet.down;
    const reply = await target.lowstate({
      client: 'local',
      tgt,
      fun: 'test.ping',
    });
    expect(reply.status).toBe(200);
    expect(reply.body).toBe('{"return": [{}]}');
  },
);

/** Keys of a chunk by which other netapis answer otherwise, by the end of the requirement's id. */
const IGNORED: Readonly<Record<string, Readonly<Record<string, unknown>>>> = {
  'full-return': { full_return: true },
  batch: { batch: '50%' },
  subset: { subset: 1 },
};

for (const [name, keys] of Object.entries(IGNORED)) {
  requirement(
    `tornado.local.${name}`,
    {
      level: 'should',
      text: `${JSON.stringify(keys)} changes nothing about what local answers.`,
      source: observed,
      needs,
    },
    async ({ target }) => {
      const chunk = {
        client: 'local',
        tgt: target.fleet.up,
        tgt_type: 'list',
        fun: 'test.ping',
      };
      const reply = await target.lowstate({ ...chunk, ...keys });
      expect(reply.json()).toEqual({
        return: [Object.fromEntries(target.fleet.up.map((id) => [id, true]))],
      });
    },
  );
}

requirement(
  'tornado.local.own-jid',
  {
    level: 'should',
    text: 'A jid of the client’s own is that of the job.',
    source: observed,
    needs: ['minion', 'runner'],
  },
  async ({ target }) => {
    const digits = target.unique('').replaceAll(/\D/g, '').slice(-8).padStart(8, '0');
    const jid = `203001011200${digits}`;
    const word = target.unique('word');
    const chunk = {
      client: 'local',
      tgt: target.minion,
      fun: 'test.echo',
      arg: [word],
      jid,
    };
    expect((await target.lowstate(chunk)).json()).toEqual({
      return: [{ [target.minion]: word }],
    });
    expect(await target.authed.runner('jobs.lookup_jid', { jid })).toEqual({
      [target.minion]: word,
    });
  },
);

requirement(
  'tornado.local.text-arg',
  {
    level: 'should',
    text: 'An arg that is a text, in a chunk of a list, is taken letter by letter.',
    source: observed,
    needs,
  },
  async ({ target }) => {
    const chunk = {
      client: 'local',
      tgt: target.minion,
      fun: 'test.arg',
      arg: 'xyz',
    };
    const answers = firstReturn(await target.lowstate(chunk));
    expect(field(answers, target.minion, 'args')).toEqual(['x', 'y', 'z']);
  },
);

requirement(
  'tornado.local-async.job',
  {
    level: 'must',
    text: 'local_async answers at once with a jid and the minions that are asked, up or not.',
    source: documented,
    needs: ['minion', 'down minion'],
  },
  async ({ target }) => {
    const tgt = [target.minion, ...target.fleet.down];
    const chunk = {
      client: 'local_async',
      tgt,
      tgt_type: 'list',
      fun: 'test.ping',
    };
    const reply = await target.lowstate(chunk);
    expect(reply.status).toBe(200);
    const [{ minions }] = target.shape(reply, 'local-async').return;
    expect([...minions].toSorted()).toEqual(tgt.toSorted());
    expect(keysOf(firstReturn(reply))).toEqual(['jid', 'minions']);
  },
);

requirement(
  'tornado.local-async.nobody',
  {
    level: 'should',
    text: 'local_async for nobody answers with an empty object.',
    source: observed,
  },
  async ({ target }) => {
    const chunk = {
      client: 'local_async',
      tgt: target.unique('nobody'),
      fun: 'test.ping',
    };
    expect((await target.lowstate(chunk)).body).toBe('{"return": [{}]}');
  },
);
