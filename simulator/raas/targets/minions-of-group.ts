import type { Raas } from '../raas.ts';
import { RpcError } from '../rpc/rpc-error.ts';

/** A minion of a master. */
export interface Place {
  readonly master_id: string;
  readonly minion_id: string;
}

/**
 * Whether minions are in a target group now; all are where no group is asked for.
 *
 * @throws RpcError where there is no such group
 */
export function minionsOfGroup({ targets }: Raas, uuid: string | null): (place: Place) => boolean {
  if (uuid === null) return () => true;
  const group = targets.groups.get(uuid);
  if (group === undefined)
    throw new RpcError('NotFound', `There is no target group ${uuid}.`, { tgt_uuid: uuid });
  const members = targets.minionsOf(group.tgt);
  return ({ master_id, minion_id }) => members[master_id]?.includes(minion_id) ?? false;
}
