import type { RaasTarget } from '../target/raas/raas-target.ts';

/** A master that nobody runs, with minions of these ids whose grains were pushed; gives its id. */
export async function pushedMaster(target: RaasTarget, ids: readonly string[]): Promise<string> {
  const master_id = target.unique('master');
  await target.save('master', 'save_master', { master_id });
  const keys = { minions: ids, minions_pre: [], minions_rejected: [], minions_denied: [] };
  await target.ret('minions', 'save_minion_key_state', { master_id, keys });
  const update = Object.fromEntries(ids.map((id) => [id, { id, os: 'Debian' }]));
  const minions_delta = { update, delete: [] };
  await target.ret('minions', 'save_minion_cache', { master_id, minions_delta });
  return master_id;
}
