import { expect } from '@playwright/test';
import { requirement } from '../requirement.ts';
import { pushedMaster } from './pushed-master.ts';
import { CLIENTS } from './sources.ts';
import { expectError } from './refusals.ts';

requirement(
  'raas.minion-pushes.grains',
  {
    level: 'should',
    text: 'Grains that a master pushes are listed, in place of those there were, but not of minions whose key is not accepted.',
    source: { client: [CLIENTS.mcp] },
    confidence: 'client',
    needs: ['writes'],
  },
  async ({ target }) => {
    const master_id = await pushedMaster(target, ['a', 'b']);
    const update = { a: { roles: ['ü', 1] }, stranger: { id: 'stranger' } };
    const minions_delta = { update, delete: ['b'] };
    await target.ret('minions', 'save_minion_cache', { master_id, minions_delta });
    const { results } = await target.reply('minions', 'get_minion_cache', { master_id });
    expect(results).toMatchObject([{ minion: 'a', master: master_id }]);
    expect(results[0]?.grains).toEqual({ roles: ['ü', 1] });
  },
);

requirement(
  'raas.minion-pushes.deleted',
  {
    level: 'should',
    text: 'Grains that were deleted are listed no longer, those of one minion or all of a master.',
    source: { client: [CLIENTS.mcp] },
    confidence: 'client',
    needs: ['writes'],
  },
  async ({ target }) => {
    const master_id = await pushedMaster(target, ['a', 'b', 'c']);
    const left = async (): Promise<unknown[]> => {
      const asked = { master_id, sort_by: 'minion' };
      const { results } = await target.reply('minions', 'get_minion_cache', asked);
      return results.map(({ minion }) => minion);
    };
    await target.ret('minions', 'delete_minion_cache', { master_id, minion_id: 'b' });
    expect(await left()).toEqual(['a', 'c']);
    await target.ret('minions', 'delete_minion_cache', { master_id });
    expect(await left()).toEqual([]);
  },
);

requirement(
  'raas.minion-pushes.master-only',
  {
    level: 'should',
    text: 'Who is no master can push no keys and no grains.',
    source: { client: [CLIENTS.mcp] },
    confidence: 'client',
    needs: ['limited user', 'writes'],
  },
  async ({ target }) => {
    const master_id = await pushedMaster(target, ['a']);
    const limited = target.as('limited');
    const keys = { minions: [], minions_pre: [], minions_rejected: [], minions_denied: [] };
    const minions_delta = { update: {}, delete: ['a'] };
    for (const [method, given] of [
      ['save_minion_key_state', { master_id, keys }],
      ['save_minion_cache', { master_id, minions_delta }],
    ] as const)
      expectError(await limited.rpc('minions', method, given));
    expect((await target.reply('minions', 'get_minion_cache', { master_id })).count).toBe(1);
  },
);

requirement(
  'raas.minion-pushes.target',
  {
    level: 'should',
    text: 'Minions that a master tells to have come into a target are listed in it, and no longer once they have left.',
    source: { client: [CLIENTS.mcp] },
    confidence: 'client',
    needs: ['writes'],
  },
  async ({ target }) => {
    const master_id = await pushedMaster(target, ['a', 'b', 'c']);
    const tgt_uuid = await target.save('tgt', 'save_target_group', {
      name: target.unique('target'),
      desc: '',
      tgt: { [master_id]: { tgt: 'os:Debian', tgt_type: 'grain' } },
    });
    const tell = (minions_added: string[], minions_deleted: string[], canonical_list: boolean) =>
      target.ret('master', 'update_target_group_from_master', {
        master_id,
        tgt_uuid,
        minions_added,
        minions_deleted,
        canonical_list,
      });
    const listed = async (): Promise<unknown[]> => {
      const asked = { tgt_uuid, sort_by: 'minion' };
      const { results } = await target.reply('minions', 'get_minion_cache', asked);
      return results.map(({ minion }) => minion);
    };
    await tell(['a', 'b'], [], true);
    expect(await listed()).toEqual(['a', 'b']);
    await tell(['c'], ['a'], false);
    expect(await listed()).toEqual(['b', 'c']);
    await tell(['a'], [], true);
    expect(await listed()).toEqual(['a']);
  },
);
