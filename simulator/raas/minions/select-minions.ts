import type { Caller } from '../accounts/caller.ts';
import { holds } from '../paging.ts';
import type { Raas } from '../raas.ts';
import { expectTargetGroup } from '../targets/target-groups.ts';
import type { KnownMinion } from './known-minion.ts';

/** Which minions are asked for; null for all. */
export interface MinionSelection {
  readonly master_id: string | null;
  readonly minion_id: string | null;
  readonly tgt_uuid?: string | null;
  /** Whether ids must be these, and not only hold them. @default false */
  readonly exact?: boolean;
}

/**
 * The accepted minions that are asked for, by master and then by id.
 *
 * @throws RpcError for a target that there is none of, or that the caller may not see
 */
export function selectMinions(
  raas: Raas,
  caller: Caller,
  { master_id, minion_id, tgt_uuid = null, exact = false }: MinionSelection,
): KnownMinion[] {
  const inTarget = tgt_uuid === null ? undefined : targeted(raas, caller, tgt_uuid);
  const fits = (text: string, part: string | null): boolean =>
    exact ? part === null || text === part : holds(text, part);
  return raas.knownMasters
    .list()
    .filter((known) => fits(known.master_id, master_id))
    .flatMap((known) => raas.minions.acceptedOf(known))
    .filter(({ id }) => fits(id, minion_id))
    .filter(({ id, known }) => inTarget?.get(known.master_id)?.has(id) ?? inTarget === undefined);
}

function targeted(raas: Raas, caller: Caller, tgt_uuid: string): Map<string, ReadonlySet<string>> {
  const { tgt } = expectTargetGroup({ raas, caller }, tgt_uuid, 'read');
  const told = Object.entries(raas.targetMatches.minionsOf(tgt_uuid));
  const found = Object.entries(raas.targets.minionsOf(tgt));
  return new Map([...told, ...found].map(([master_id, ids]) => [master_id, new Set(ids)]));
}
