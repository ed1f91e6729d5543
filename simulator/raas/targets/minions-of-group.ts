import type { Caller } from '../accounts/caller.ts';
import type { Raas } from '../raas.ts';
import { expectTargetGroup } from './target-groups.ts';

/**
 * Whether minions are in a target group now; all are where no group is asked for.
 *
 * @param parameter what names the group in the call
 * @throws RpcError where there is no such group, and where the caller may not read it
 */
export function minionsOfGroup(
  call: { readonly raas: Raas; readonly caller: Caller },
  uuid: string | null,
  parameter: string,
): (place: { readonly master_id: string; readonly minion_id: string }) => boolean {
  if (uuid === null) return () => true;
  const { tgt } = expectTargetGroup(call, uuid, 'read', parameter);
  const members = call.raas.targets.minionsOf(tgt);
  return ({ master_id, minion_id }) => members[master_id]?.includes(minion_id) ?? false;
}
