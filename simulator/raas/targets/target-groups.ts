import type { AccessType } from '../accounts/access.ts';
import { expectAccessible, type AccessibleKind } from '../accounts/accessible.ts';
import type { Caller } from '../accounts/caller.ts';
import type { Raas } from '../raas.ts';
import type { TargetGroup } from './target-group.ts';

/** The target groups of a RaaS, as callers name them. */
export function targetGroups(raas: Raas): AccessibleKind<TargetGroup> {
  return { name: 'target group', parameter: 'tgt_uuid', stored: raas.targets.groups };
}

/**
 * The target group of a uuid, where the caller may do this with it.
 *
 * @param parameter what names it in the call
 * @throws RpcError NotFound, PermissionDenied
 */
export function expectTargetGroup(
  call: { readonly raas: Raas; readonly caller: Caller },
  uuid: string | null,
  type: AccessType,
  parameter = 'tgt_uuid',
): TargetGroup {
  return expectAccessible(call, { ...targetGroups(call.raas), parameter }, uuid, type);
}
