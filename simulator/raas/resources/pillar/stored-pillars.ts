import type { AccessType } from '../../accounts/access.ts';
import { expectAccessible, type AccessibleKind } from '../../accounts/accessible.ts';
import type { Caller } from '../../accounts/caller.ts';
import type { Pillar } from '../../pillars/pillar.ts';
import type { Raas } from '../../raas.ts';

/** The pillars of a RaaS, as callers name them by this parameter. */
export function storedPillars(raas: Raas, parameter = 'pillar_uuid'): AccessibleKind<Pillar> {
  return { name: 'pillar', parameter, stored: raas.pillars };
}

/**
 * The pillar of a uuid, where the caller may do this with it.
 *
 * @throws RpcError NotFound, PermissionDenied
 */
export function expectPillar(
  call: { readonly raas: Raas; readonly caller: Caller },
  uuid: string | null,
  type: AccessType,
  parameter?: string,
): Pillar {
  return expectAccessible(call, storedPillars(call.raas, parameter), uuid, type);
}
