import { expect } from '@playwright/test';
import { EVERY_LINE, requirement } from '../requirement.ts';
import { field, keysOf } from '../target/return-of.ts';
import type { Target } from '../target/target.ts';
import type { Chunk } from '../target/user.ts';
import { SERVER_ERROR } from './error-page.ts';

const observed = { observed: EVERY_LINE };
const documented = { documented: 'rest_cherrypy, LowDataAdapter.POST', observed: EVERY_LINE };
const needs = ['local_subset', 'minion'] as const;

const PING = { client: 'local_subset', fun: 'test.ping' };

/** What a subset answers; pings the target's minion unless told otherwise. */
async function subset(target: Target, changes: Chunk = {}): Promise<unknown> {
  const reply = await target.lowstate({ ...PING, tgt: target.minion, ...changes });
  expect(reply.status, reply.body).toBe(200);
  return field(target.shape(reply, 'return-list').return, 0);
}

requirement(
  'cherrypy.subset.size',
  {
    level: 'must',
    text: 'local_subset runs the function on no more minions than subset says, each one of the target.',
    source: documented,
    needs: ['local_subset', 'two minions'],
  },
  async ({ target }) => {
    const tgt = target.fleet.up.slice(0, 2);
    const returned = keysOf(await subset(target, { tgt, tgt_type: 'list', subset: 1 }));
    expect(returned).toHaveLength(1);
    expect(tgt).toEqual(expect.arrayContaining(returned));
  },
);

/** What stands for the number of minions, by the end of the requirement's id. */
const SIZES: Readonly<Record<string, { readonly text: string; readonly change: Chunk }>> = {
  standard: { text: 'no number', change: {} },
  zero: { text: 'zero, which is as good as one', change: { subset: 0 } },
  float: { text: 'a number with a fraction', change: { subset: 1.5 } },
  'old-name': { text: 'a number by its old name, sub', change: { sub: 1 } },
};

for (const [name, { text, change }] of Object.entries(SIZES)) {
  requirement(
    `cherrypy.subset.size-${name}`,
    {
      level: 'should',
      text: `local_subset on one minion, with ${text}, runs on that minion.`,
      source: observed,
      needs,
    },
    async ({ target }) => {
      expect(await subset(target, change)).toEqual({ [target.minion]: true });
    },
  );
}

/** Numbers that are none, by the end of the requirement's id. */
const NO_SIZES: Readonly<Record<string, unknown>> = { text: '2', null: null };

for (const [name, size] of Object.entries(NO_SIZES)) {
  requirement(
    `cherrypy.subset.no-size-${name}`,
    {
      level: 'should',
      text: `A subset of ${JSON.stringify(size)} is a 500, since Python compares it with no number.`,
      source: observed,
      needs,
    },
    async ({ target }) => {
      const reply = await target.lowstate({ ...PING, tgt: target.minion, subset: size });
      expect([reply.status, reply.body]).toEqual([500, SERVER_ERROR]);
    },
  );
}

requirement(
  'cherrypy.subset.no-match',
  {
    level: 'should',
    text: 'local_subset on a target that nobody matches returns an empty dict.',
    source: observed,
    needs: ['local_subset'],
  },
  async ({ target }) => {
    expect(await subset(target, { tgt: target.unique('nobody') })).toEqual({});
  },
);

requirement(
  'cherrypy.subset.unknown-function',
  {
    level: 'should',
    text: 'A function that no minion has runs nowhere: local_subset asks minions for their functions first.',
    source: observed,
    needs,
  },
  async ({ target }) => {
    expect(await subset(target, { fun: 'saltproof.none' })).toEqual({});
  },
);

requirement(
  'cherrypy.subset.full-return',
  {
    level: 'should',
    text: 'With full_return local_subset shows retcode and jid beside the return, as local does.',
    source: observed,
    needs,
  },
  async ({ target }) => {
    const returned = field(await subset(target, { full_return: true }), target.minion);
    expect(keysOf(returned)).toEqual(['ret', 'retcode', 'jid']);
    expect(returned).toMatchObject({ ret: true, retcode: 0 });
  },
);

requirement(
  'cherrypy.subset.arguments',
  {
    level: 'should',
    text: 'arg and kwarg reach the function, and not the question for functions.',
    source: observed,
    needs,
  },
  async ({ target }) => {
    const returned = await subset(target, { fun: 'test.arg', arg: ['a'], kwarg: { b: 'c' } });
    expect(field(returned, target.minion, 'args')).toEqual(['a']);
    expect(field(returned, target.minion, 'kwargs', 'b')).toBe('c');
  },
);

requirement(
  'cherrypy.subset.cli',
  {
    level: 'should',
    text: 'With cli, which is for the command line, local_subset is a 500.',
    source: observed,
    needs,
  },
  async ({ target }) => {
    const reply = await target.lowstate({ ...PING, tgt: target.minion, cli: true });
    expect([reply.status, reply.body]).toEqual([500, SERVER_ERROR]);
  },
);
