import { expect } from '@playwright/test';
import { NotVerified } from '../not-verified.ts';
import { requirement } from '../requirement.ts';
import type { RaasTarget } from '../target/raas/raas-target.ts';
import { CLIENTS, DOCUMENTS } from './sources.ts';
import { expectError } from './refusals.ts';

const STATES = ['accepted', 'rejected', 'pending', 'denied'] as const;

/** The states that the keys of a minion have, by masters; a release gives a list, another a text. */
async function statesOf(
  target: RaasTarget,
  master_id: string,
  minion_id: string,
): Promise<string[]> {
  const asked = { master_id, minion_id, limit: 0 };
  const { results } = await target.reply('minions', 'get_minion_key_state', asked);
  return results.flatMap(({ key_state }) => key_state);
}

/** A master that nobody runs, whose keys were pushed; gives its id. */
async function pushedMaster(target: RaasTarget): Promise<string> {
  const master_id = target.unique('master');
  await target.save('master', 'save_master', { master_id });
  const keys = {
    minions: ['good'],
    minions_pre: ['new'],
    minions_rejected: ['bad'],
    minions_denied: ['odd'],
  };
  await target.ret('minions', 'save_minion_key_state', { master_id, keys });
  return master_id;
}

requirement(
  'raas.minion-keys.listed',
  {
    level: 'must',
    text: 'The keys of minions are listed with their masters and their states, those in one state alone where that is asked for.',
    source: { documented: DOCUMENTS.reference, client: [CLIENTS.powershell] },
    confidence: 'documented',
    needs: ['minion'],
  },
  async ({ target }) => {
    const { minion, master } = target.minion;
    for (const key_state of STATES) {
      const asked = { key_state, limit: 0 };
      const { count, results } = await target.reply('minions', 'get_minion_key_state', asked);
      expect(results).toHaveLength(count);
      expect(results.filter((row) => ![row.key_state].flat().includes(key_state))).toEqual([]);
      const isThere = results.some((row) => row.minion === minion && row.master === master);
      expect(isThere).toBe(key_state === 'accepted');
    }
  },
);

requirement(
  'raas.minion-keys.pages',
  {
    level: 'should',
    text: 'Pages of keys hold each of them once, in the order that is asked for, and the count is that of all.',
    source: { documented: DOCUMENTS.reference },
    confidence: 'documented',
    needs: ['writes'],
  },
  async ({ target }) => {
    const master_id = await pushedMaster(target);
    for (const [reverse, ids] of [
      [false, ['bad', 'good', 'new', 'odd']],
      [true, ['odd', 'new', 'good', 'bad']],
    ] as const) {
      const found: string[] = [];
      for (const page of [0, 1, 2]) {
        const asked = { master_id, sort_by: 'minion_id', reverse, limit: 2, page };
        const { count, results } = await target.reply('minions', 'get_minion_key_state', asked);
        expect(count).toBe(ids.length);
        found.push(...results.map(({ minion }) => minion));
      }
      expect(found).toEqual(ids);
    }
  },
);

requirement(
  'raas.minion-keys.pushed',
  {
    level: 'should',
    text: 'The states of keys that a master pushes are listed, and no longer once they were deleted.',
    source: { client: [CLIENTS.mcp] },
    confidence: 'client',
    needs: ['writes'],
  },
  async ({ target }) => {
    const master_id = await pushedMaster(target);
    for (const [minion, state] of [
      ['good', 'accepted'],
      ['new', 'pending'],
      ['bad', 'rejected'],
      ['odd', 'denied'],
    ] as const)
      expect(await statesOf(target, master_id, minion)).toEqual([state]);
    await target.ret('minions', 'delete_minion_key_state', { master_id });
    const { count } = await target.reply('minions', 'get_minion_key_state', { master_id });
    expect(count).toBe(0);
  },
);

/** Lets seconds pass until a key is in a state; undefined stands for none at all. */
async function becomes(
  target: RaasTarget,
  [master, minion]: readonly [string, string],
  state: string | undefined,
): Promise<void> {
  for (let tries = 0; tries < TRIES; tries++) {
    const [found] = await statesOf(target, master, minion);
    if (found === state) return;
    await target.passes(1);
  }
  expect(await statesOf(target, master, minion)).toEqual(state === undefined ? [] : [state]);
}

/** Masters look for what they are to do every few seconds. */
const TRIES = 30;

/** Has an attached master make and accept a key; it is deleted again at the end. */
async function madeKey(target: RaasTarget): Promise<[master: string, minion: string]> {
  const { master } = target.minion;
  const minion = target.unique('key');
  target.undo({
    resource: 'minions',
    method: 'set_minion_key_state',
    given: { state: 'delete', minions: [[master, minion]] },
  });
  const arg = { arg: [minion], kwarg: {} };
  const command = { cmd: 'wheel', fun: 'key.gen_accept', masters: [master], arg };
  const { error } = await target.rpc('cmd', 'route_cmd', command);
  if (error !== null)
    throw new NotVerified('needs a master that makes a key (wheel key.gen_accept)');
  await becomes(target, [master, minion], 'accepted');
  return [master, minion];
}

/** Changes the state of a key, and checks that tasks are told. */
async function set(
  target: RaasTarget,
  state: string,
  key: readonly [string, string],
  flags: object = {},
): Promise<void> {
  const given = { state, minions: [key], ...flags };
  const { task_ids } = await target.reply('minions', 'set_minion_key_state', given);
  expect(task_ids).not.toEqual([]);
}

requirement(
  'raas.minion-keys.moved',
  {
    level: 'must',
    text: 'A key is rejected, accepted and deleted on its master, as it is said.',
    source: { documented: DOCUMENTS.reference, client: [CLIENTS.powershell] },
    confidence: 'client',
    needs: ['writes', 'minion'],
  },
  async ({ target }) => {
    const key = await madeKey(target);
    await set(target, 'reject', key, { include_accepted: true });
    await becomes(target, key, 'rejected');
    await set(target, 'accept', key, { include_rejected: true });
    await becomes(target, key, 'accepted');
    await set(target, 'delete', key);
    await becomes(target, key, undefined);
  },
);

requirement(
  'raas.minion-keys.every-master',
  {
    level: 'should',
    text: 'The master "*" stands for every master.',
    source: { client: [CLIENTS.powershell] },
    confidence: 'client',
    needs: ['writes', 'minion'],
  },
  async ({ target }) => {
    const [master, minion] = await madeKey(target);
    await set(target, 'delete', ['*', minion]);
    await becomes(target, [master, minion], undefined);
  },
);

const MISPLACED: readonly (readonly [state: string, flag: string])[] = [
  ['accept', 'include_accepted'],
  ['reject', 'include_rejected'],
  ['delete', 'include_denied'],
];

for (const [state, flag] of MISPLACED)
  requirement(
    `raas.minion-keys.${flag.replace('_', '-')}-to-${state}`,
    {
      level: 'should',
      text: `${flag} does not go with ${state}: there is an error.`,
      source: { client: [CLIENTS.mcp], inferred: 'the method says which flag is for what' },
      confidence: 'inferred',
      needs: ['writes'],
    },
    async ({ target }) => {
      const minions = [[await pushedMaster(target), 'new']];
      const given = { state, minions, [flag]: true };
      expectError(await target.rpc('minions', 'set_minion_key_state', given));
    },
  );

requirement(
  'raas.minion-keys.permission',
  {
    level: 'should',
    text: 'Who lacks the permission can change no key.',
    source: { documented: DOCUMENTS.permissions, inferred: 'minion-write is for that' },
    confidence: 'inferred',
    needs: ['limited user', 'writes'],
  },
  async ({ target }) => {
    const master_id = await pushedMaster(target);
    const given = { state: 'delete', minions: [[master_id, 'new']] };
    expectError(await target.as('limited').rpc('minions', 'set_minion_key_state', given));
    expect(await statesOf(target, master_id, 'new')).toEqual(['pending']);
  },
);
