import { expect } from '@playwright/test';
import { requirement } from '../requirement.ts';
import type { RaasTarget } from '../target/raas/raas-target.ts';
import { keysOf } from '../target/return-of.ts';
import { CLIENTS, DOCUMENTS } from './sources.ts';
import { expectError } from './refusals.ts';
import { NO_UUID } from './stored.ts';

/** Saves a master that nobody runs, and gives its uuid. */
function saved(target: RaasTarget, master_id: string, more: object = {}): Promise<string> {
  return target.save('master', 'save_master', { master_id, ...more });
}

requirement(
  'raas.master.details',
  {
    level: 'must',
    text: 'Every master is listed with the state of its key, its versions and whether it is there.',
    source: { documented: DOCUMENTS.reference, client: [CLIENTS.mcp] },
    confidence: 'documented',
    needs: ['master'],
  },
  async ({ target }) => {
    const { count, results } = await target.reply('master', 'get_master_details', { limit: 0 });
    expect(results).toHaveLength(count);
    const ids = results.map(({ master_id }) => master_id);
    expect(ids).toEqual(expect.arrayContaining([...target.masters]));
  },
);

requirement(
  'raas.master.presence',
  {
    level: 'must',
    text: 'Every master is listed with when it was last seen, and whether it is there.',
    source: { documented: DOCUMENTS.reference, client: [CLIENTS.mcp] },
    confidence: 'documented',
    needs: ['master'],
  },
  async ({ target }) => {
    const { count, results } = await target.reply('master', 'get_master_presence', { limit: 0 });
    expect(count).toBeGreaterThan(0);
    expect(results).toHaveLength(count);
  },
);

requirement(
  'raas.master.presence-by-status',
  {
    level: 'should',
    text: 'Of the masters those alone are listed whose presence is asked for.',
    source: { client: [CLIENTS.mcp] },
    confidence: 'client',
    needs: ['master'],
  },
  async ({ target }) => {
    const all = await target.reply('master', 'get_master_presence', { limit: 0 });
    let found = 0;
    for (const status of ['unknown', 'present', 'lost']) {
      const asked = { status, limit: 0 };
      const { count, results } = await target.reply('master', 'get_master_presence', asked);
      expect(results.filter((row) => row.status !== status)).toEqual([]);
      found += count;
    }
    expect(found).toBe(all.count);
  },
);

requirement(
  'raas.master.round-trip',
  {
    level: 'should',
    text: 'A master that was saved is listed, and its grains are given back as they came.',
    source: { documented: DOCUMENTS.reference, client: [CLIENTS.mcp] },
    confidence: 'documented',
    needs: ['writes'],
  },
  async ({ target }) => {
    const master_id = target.unique('master');
    const grains = { os: 'Debian', roles: ['a', 'ü'], nested: { deep: [1, null, true] } };
    await saved(target, master_id, { grains });
    const given = await target.reply('master', 'get_master_grains', { master_id });
    expect(given[master_id]?.grains).toEqual(grains);
    const { results } = await target.reply('master', 'get_master_details', { master_id });
    expect(results.map((row) => row.master_id)).toContain(master_id);
  },
);

requirement(
  'raas.master.saved-again',
  {
    level: 'should',
    text: 'A master that is saved again by its id or its uuid keeps its uuid, and has what is new.',
    source: { inferred: 'save_* creates without a uuid, updates with one, and gives the uuid' },
    confidence: 'inferred',
    needs: ['writes'],
  },
  async ({ target }) => {
    const master_id = target.unique('master');
    const uuid = await saved(target, master_id, { grains: { a: 1 } });
    expect(await saved(target, master_id, { grains: { a: 2 } })).toBe(uuid);
    const again = { master_uuid: uuid, cluster_id: master_id, grains: { a: 3 } };
    expect(await target.ret('master', 'save_master', again)).toBe(uuid);
    const { results } = await target.reply('master', 'get_master_presence', { master_id });
    expect(results).toMatchObject([{ uuid, master_id, cluster_id: master_id }]);
    const given = await target.reply('master', 'get_master_grains', {
      master_uuid: uuid,
      split_cluster: true,
    });
    expect(given[master_id]?.grains).toEqual({ a: 3 });
  },
);

requirement(
  'raas.master.deleted',
  {
    level: 'should',
    text: 'A master that was deleted, by its id or its uuid, is listed no longer, and its grains are gone.',
    source: { client: [CLIENTS.mcp] },
    confidence: 'client',
    needs: ['writes'],
  },
  async ({ target }) => {
    for (const by of ['master_id', 'master_uuid'] as const) {
      const master_id = target.unique('master');
      const grains = { a: 1 };
      const master_uuid = await target.ret('master', 'save_master', { master_id, grains });
      const given = by === 'master_id' ? { master_id } : { master_uuid };
      target.undo({ resource: 'master', method: 'delete_master', given });
      await target.ret('master', 'delete_master', given);
      const { count } = await target.reply('master', 'get_master_details', { master_id });
      expect(count).toBe(0);
      const left = await target.reply('master', 'get_master_grains', { master_id });
      expect(keysOf(left)).toEqual([]);
    }
  },
);

requirement(
  'raas.master.sorted',
  {
    level: 'should',
    text: 'Masters are listed by their ids when that is asked for, and the other way round with reverse.',
    source: { client: [CLIENTS.mcp], inferred: 'sort_by and reverse are parameters of the method' },
    confidence: 'inferred',
    needs: ['writes'],
  },
  async ({ target }) => {
    const base = target.unique('master');
    for (const letter of ['b', 'c', 'a']) await saved(target, `${base}${letter}`);
    const sorted = async (more: object): Promise<string[]> => {
      const asked = { master_id: base, sort_by: 'master_id', ...more };
      const { results } = await target.reply('master', 'get_master_details', asked);
      return results.map(({ master_id }) => master_id.slice(base.length));
    };
    expect(await sorted({})).toEqual(['a', 'b', 'c']);
    expect(await sorted({ reverse: true })).toEqual(['c', 'b', 'a']);
  },
);

requirement(
  'raas.master.pages',
  {
    level: 'should',
    text: 'Pages of masters hold each of them once, and the count is that of all.',
    source: {
      documented: DOCUMENTS.reference,
      inferred: 'page counts from 0, and limit is its size',
    },
    confidence: 'inferred',
    needs: ['writes'],
  },
  async ({ target }) => {
    const base = target.unique('master');
    const ids = ['a', 'b', 'c'].map((letter) => `${base}${letter}`);
    for (const id of ids) await saved(target, id);
    for (const method of ['get_master_details', 'get_master_presence'] as const) {
      const found: string[] = [];
      for (const page of [0, 1]) {
        const asked = { master_id: base, sort_by: 'master_id', limit: 2, page };
        const { count, results } = await target.reply('master', method, asked);
        expect(count).toBe(ids.length);
        found.push(...results.map(({ master_id }) => master_id));
      }
      expect(found).toEqual(ids);
    }
  },
);

const WRONG: readonly (readonly [what: string, text: string, method: string, given: object])[] = [
  ['nameless', 'a master is saved without an id and a uuid', 'save_master', { grains: {} }],
  ['unknown-uuid', 'a uuid names no master', 'delete_master', { master_uuid: NO_UUID }],
  [
    'unknown-target',
    'a target is told of that there is none of',
    'update_target_group_from_master',
    {
      master_id: null,
      tgt_uuid: NO_UUID,
      minions_added: [],
      minions_deleted: [],
      canonical_list: true,
    },
  ],
];

for (const [what, text, method, given] of WRONG)
  requirement(
    `raas.master.${what}`,
    {
      level: 'should',
      text: `Where ${text} there is an error.`,
      source: { inferred: 'errors of calls come inside 200, and nothing could be done here' },
      confidence: 'inferred',
      needs: ['writes'],
    },
    async ({ target }) => {
      expectError(await target.rpc('master', method, { ...given }));
    },
  );

requirement(
  'raas.master.permission',
  {
    level: 'should',
    text: 'Who lacks the permission can save and delete no master.',
    source: {
      documented: DOCUMENTS.permissions,
      inferred: 'master-write and master-delete are for that',
    },
    confidence: 'inferred',
    needs: ['limited user', 'writes'],
  },
  async ({ target }) => {
    const limited = target.as('limited');
    const master_id = target.unique('master');
    expectError(await limited.rpc('master', 'save_master', { master_id }));
    await saved(target, master_id);
    expectError(await limited.rpc('master', 'delete_master', { master_id }));
    const { count } = await target.reply('master', 'get_master_details', { master_id });
    expect(count).toBe(1);
  },
);
