import type { Raas } from '../raas.ts';
import { expectMasters, type MinionsByMaster } from './run-policy.ts';
import type { Place } from './policy.ts';

/** Whom an exemption is for; nulls for every minion. */
export interface ExemptMinion {
  readonly master_id: string | null;
  readonly minion_id: string | null;
}

/**
 * The minions that an exemption names.
 *
 * @throws RpcError for a master that is not attached
 */
export function exemptMinions(
  raas: Raas,
  minion_ids: readonly MinionsByMaster[] | null,
): readonly ExemptMinion[] {
  if (minion_ids === null) return [{ master_id: null, minion_id: null }];
  for (const minions of minion_ids) expectMasters(raas, 'minion_ids', minions);
  return minion_ids
    .flatMap((minions) => Object.entries(minions))
    .flatMap(([master_id, ids]) => ids.map((id) => ({ master_id, minion_id: String(id) })));
}

/** Whether an exemption is for a minion. */
export function isExempt(
  { master_id, minion_id }: ExemptMinion,
  { attached, minion }: Place,
): boolean {
  return minion_id === null || (minion_id === minion.id && master_id === attached.master_id);
}
