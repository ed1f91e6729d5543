import type { Tgt } from '../../../../schemas/generated/raas/tgt.ts';
import { accessOf } from '../../accounts/access.ts';
import { expectFreeName } from '../../accounts/accessible.ts';
import type { Call } from '../../rpc/resource.ts';
import { RpcError } from '../../rpc/rpc-error.ts';
import { expectTarget } from '../../targets/expect-target.ts';
import type { Target, TargetGroup } from '../../targets/target-group.ts';
import { newUuid } from '../../uuid.ts';
import { expectPillar } from '../pillar/stored-pillars.ts';
import { expectTargetGroup, targetGroups } from '../../targets/target-groups.ts';

type Arguments = Tgt['save_target_group']['arguments'];

/**
 * Saves a target group, a new one or that of the uuid, and gives its uuid. What is not given stays
 * as it is. Who is in it is known at once, so that there is nothing for `wait_for_match` to wait for.
 */
export function saveTargetGroup(call: Call<Arguments>): string {
  const { raas, args } = call;
  const { name, tgt_uuid, pillar_uuids } = args;
  const tgt = expectTarget(args.tgt);
  const group = tgt_uuid === null ? undefined : expectTargetGroup(call, tgt_uuid, 'write');
  if (name !== null) expectFreeName(targetGroups(raas), name, tgt_uuid);
  for (const pillar of pillar_uuids ?? []) expectPillar(call, pillar, 'read', 'pillar_uuids');
  const uuid = group === undefined ? addGroup(call, tgt) : changeGroup(group, tgt, args);
  raas.pillarTies.apply();
  return uuid;
}

function changeGroup(
  group: TargetGroup,
  tgt: Target,
  { name, desc, pillar_uuids }: Arguments,
): string {
  group.tgt = tgt;
  group.name = name ?? group.name;
  group.desc = desc ?? group.desc;
  group.pillars = pillar_uuids ?? group.pillars;
  return group.uuid;
}

function addGroup({ raas, caller, args }: Call<Arguments>, tgt: Target): string {
  const { name, desc, pillar_uuids } = args;
  if (name === null)
    throw new RpcError('InvalidRequest', 'A new target group needs a name.', {
      name: 'is missing',
    });
  const uuid = newUuid(raas.random);
  const pillars = pillar_uuids ?? [];
  const access = accessOf(caller);
  raas.targets.groups.set(uuid, { uuid, name, desc: desc ?? '', tgt, pillars, access });
  return uuid;
}
