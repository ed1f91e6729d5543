import { expect } from '@playwright/test';
import { requirement } from '../requirement.ts';
import type { Method, ReplyOf } from '../target/raas/method-replies.ts';
import type { RaasTarget } from '../target/raas/raas-target.ts';
import { pushedMaster } from './pushed-master.ts';
import { CLIENTS, DOCUMENTS } from './sources.ts';
import { expectError } from './refusals.ts';
import { NO_UUID } from './stored.ts';

/** Methods that list minions. */
const LISTS = ['get_minion_cache', 'get_minion_details', 'get_minion_presence'] as const;

/** A list of minions, checked against its table. */
function list<Name extends Method<'minions'>>(
  target: RaasTarget,
  method: Name,
  given: Readonly<Record<string, unknown>>,
): Promise<ReplyOf<'minions', Name>> {
  return target.reply('minions', method, given);
}

/** How minions are named, with their masters. */
function named(rows: readonly { minion?: string; master?: string }[]): string[] {
  return rows.map(({ minion, master }) => `${master}/${minion}`);
}

for (const [method, what] of [
  ['get_minion_cache', 'with their grains'],
  ['get_minion_presence', 'with whether they are there'],
] as const)
  requirement(
    `raas.minions.${method.replace('get_minion_', '')}`,
    {
      level: 'must',
      text: `The minions of all masters are listed ${what}, each with its master.`,
      source: { documented: DOCUMENTS.reference, client: [CLIENTS.mcp, CLIENTS.powershell] },
      confidence: 'client',
      needs: ['minion'],
    },
    async ({ target }) => {
      const { minion, master } = target.minion;
      const { count, results } = await list(target, method, { limit: 0 });
      expect(results).toHaveLength(count);
      expect(named(results)).toContain(`${master}/${minion}`);
    },
  );

requirement(
  'raas.minions.presence-by-status',
  {
    level: 'should',
    text: 'Of the minions those alone are listed whose presence is asked for.',
    source: { documented: DOCUMENTS.reference, client: [CLIENTS.powershell] },
    confidence: 'documented',
    needs: ['minion'],
  },
  async ({ target }) => {
    const { minion } = target.minion;
    let found = 0;
    for (const status of ['unknown', 'present', 'lost']) {
      const asked = { minion_id: minion, status, limit: 0 };
      const { count, results } = await list(target, 'get_minion_presence', asked);
      expect(results.filter((row) => row.status !== status)).toEqual([]);
      found += count;
    }
    expect(found).toBeGreaterThan(0);
  },
);

requirement(
  'raas.minions.limit-as-text',
  {
    level: 'must',
    text: 'The limit "0", a text, stands for all minions.',
    source: { client: [CLIENTS.powershell] },
    confidence: 'client',
    needs: ['minion'],
  },
  async ({ target }) => {
    for (const method of ['get_minion_key_state', 'get_minion_presence'] as const) {
      const { count, results } = await list(target, method, { limit: '0' });
      expect(count).toBeGreaterThan(0);
      expect(results).toHaveLength(count);
    }
  },
);

for (const method of LISTS)
  requirement(
    `raas.minions.pages-of-${method.replace('get_minion_', '')}`,
    {
      level: 'should',
      text: `The count of ${method} does not depend on the limit, and a page holds no more than that.`,
      source: { documented: DOCUMENTS.reference },
      confidence: 'documented',
      needs: ['minion'],
    },
    async ({ target }) => {
      const { master } = target.minion;
      const all = await list(target, method, { master_id: master, limit: 0 });
      const one = await list(target, method, { master_id: master, limit: 1 });
      expect(one.count).toBe(all.count);
      expect(one.results).toHaveLength(1);
      const beyond = { master_id: master, limit: 1, page: all.count };
      expect((await list(target, method, beyond)).results).toEqual([]);
    },
  );

requirement(
  'raas.minions.cache-order',
  {
    level: 'should',
    text: 'Minions are listed by their ids when that is asked for, and the other way round with reverse.',
    source: { client: [CLIENTS.mcp], inferred: 'sort_by and reverse are parameters of the method' },
    confidence: 'inferred',
    needs: ['writes'],
  },
  async ({ target }) => {
    const master_id = await pushedMaster(target, ['b', 'c', 'a']);
    for (const [reverse, ids] of [
      [false, ['a', 'b', 'c']],
      [true, ['c', 'b', 'a']],
    ] as const) {
      const asked = { master_id, sort_by: 'minion', reverse };
      const { results } = await list(target, 'get_minion_cache', asked);
      expect(results.map(({ minion }) => minion)).toEqual(ids);
    }
  },
);

requirement(
  'raas.minions.details-by-grain',
  {
    level: 'should',
    text: 'Those minions alone are listed whose grains have exactly the values that are asked for.',
    source: { client: [CLIENTS.mcp] },
    confidence: 'client',
    needs: ['minion'],
  },
  async ({ target }) => {
    const { minion, master } = target.minion;
    const asked = { grains: { id: minion }, exact_match: true, limit: 0 };
    const { results } = await list(target, 'get_minion_details', asked);
    expect(named(results)).toContain(`${master}/${minion}`);
    expect(results.filter(({ minion: id }) => id !== minion)).toEqual([]);
    const nobody = { grains: { id: `${minion}-saltproof` }, exact_match: true };
    expect((await list(target, 'get_minion_details', nobody)).count).toBe(0);
  },
);

requirement(
  'raas.minions.grains',
  {
    level: 'should',
    text: 'The names of grains are listed, and the values of one, unless the server does not index them.',
    source: { client: [CLIENTS.mcp] },
    confidence: 'client',
    needs: ['minion'],
  },
  async ({ target }) => {
    const { minion: minion_id } = target.minion;
    const names = await target.reply('minions', 'get_minion_grain_keys', { minion_id });
    const asked = { key: 'id', minion_id };
    const values = await target.reply('minions', 'get_minion_grain_values', asked);
    expect(values.includes(minion_id)).toBe(names.includes('id'));
    expect(new Set(names).size).toBe(names.length);
    const none = { key: 'saltproof_nothing', minion_id };
    expect(await target.reply('minions', 'get_minion_grain_values', none)).toEqual([]);
  },
);

requirement(
  'raas.minions.unknown-target',
  {
    level: 'should',
    text: 'Where a target is asked for that there is none of there is an error.',
    source: { inferred: 'errors of calls come inside 200, and nothing could be found here' },
    confidence: 'inferred',
  },
  async ({ target }) => {
    const given = { tgt_uuid: NO_UUID };
    expectError(await target.rpc('minions', 'get_minion_cache', given));
  },
);
