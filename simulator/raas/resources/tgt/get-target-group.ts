import type { Tgt } from '../../../../schemas/generated/raas/tgt.ts';
import { authMetadata } from '../../accounts/access.ts';
import { readable } from '../../accounts/accessible.ts';
import { expectMayAskByRole } from '../../accounts/by-role.ts';
import { holds, pageOf } from '../../paging.ts';
import { shownPillar } from '../../pillars/shown-pillar.ts';
import type { Raas } from '../../raas.ts';
import type { Call } from '../../rpc/resource.ts';
import { RpcError } from '../../rpc/rpc-error.ts';
import type { TargetGroup } from '../../targets/target-group.ts';
import { targetGroups } from '../../targets/target-groups.ts';

type Arguments = Tgt['get_target_group']['arguments'];
type Reply = Tgt['get_target_group']['reply'];

/** Gives the target groups that a caller may read, all or some: a uuid passes over all other filters. */
export function getTargetGroups(call: Call<Arguments>): Reply {
  const { raas, caller, args } = call;
  const { tgt_uuid, master_id, role_uuid, include_pillar_data } = args;
  if (tgt_uuid !== null && master_id !== null)
    throw new RpcError('InvalidRequest', 'Either tgt_uuid or master_id can be given, not both.', {
      master_id: 'does not go with tgt_uuid',
    });
  expectMayAskByRole(raas.accounts, caller, role_uuid);
  const groups = readable(call, targetGroups(raas)).filter((group) => isWanted(group, args));
  const { count, results } = pageOf(groups, args, (group, name) =>
    name === 'desc' ? group.desc : group.name,
  );
  return {
    count,
    limit: results.length,
    results: results.map((group) => shown(raas, group, include_pillar_data ?? false)),
  };
}

function isWanted(group: TargetGroup, wanted: Arguments): boolean {
  const { tgt_uuid, master_id, pillar_uuid, role_uuid, name, desc } = wanted;
  if (tgt_uuid !== null) return group.uuid === tgt_uuid;
  return (
    (master_id === null || Object.hasOwn(group.tgt, master_id) || Object.hasOwn(group.tgt, '*')) &&
    (pillar_uuid === null || group.pillars.includes(pillar_uuid)) &&
    (role_uuid === null || group.access.roles.has(role_uuid)) &&
    holds(group.name, name) &&
    holds(group.desc, desc)
  );
}

function shown(
  { accounts, pillars }: Raas,
  group: TargetGroup,
  withData: boolean,
): Reply['results'][number] {
  const { uuid, name, desc, tgt, access } = group;
  return {
    uuid,
    name,
    desc,
    tgt,
    pillars: group.pillars.flatMap((tied) => {
      const pillar = pillars.get(tied);
      if (pillar === undefined) return [];
      return [withData ? shownPillar(accounts, pillar) : tied];
    }),
    metadata: { auth: authMetadata(accounts, access) },
  };
}
