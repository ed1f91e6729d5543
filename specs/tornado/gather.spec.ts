import { expect } from '@playwright/test';
import { EVERY_LINE, requirement } from '../requirement.ts';
import { eventually } from '../target/eventually.ts';
import { field, firstReturn, keysOf } from '../target/return-of.ts';

const observed = { observed: EVERY_LINE };
const needs = ['minion'] as const;

requirement(
  'tornado.gather.nobody-returns',
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
  batch: { batch: '50%' },
  subset: { subset: 1 },
};

for (const [name, keys] of Object.entries(IGNORED)) {
  requirement(
    `tornado.gather.${name}`,
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
      const all = target.fleet.up.map((id): [string, unknown] => [id, true]);
      // A return that comes before rest_tornado listens is lost to it, now and then.
      const answer = await eventually(
        async () => firstReturn(await target.lowstate({ ...chunk, ...keys })),
        (returns) => keysOf(returns).length === all.length,
      );
      expect(answer).toEqual(Object.fromEntries(all));
    },
  );
}

requirement(
  'tornado.gather.text-arg',
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
