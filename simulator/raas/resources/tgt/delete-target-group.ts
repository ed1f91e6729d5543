import type { Tgt } from '../../../../schemas/generated/raas/tgt.ts';
import type { Raas } from '../../raas.ts';
import type { Call } from '../../rpc/resource.ts';
import { RpcError } from '../../rpc/rpc-error.ts';
import { ALL_MINIONS } from '../../targets/targets.ts';
import { expectTargetGroup } from '../../targets/target-groups.ts';

/**
 * Deletes target groups, all of them or none. By force it takes schedules on them along, and jobs
 * lose their target; policies of it have no minions any more.
 */
export function deleteTargetGroups(call: Call<Tgt['delete_target_group']['arguments']>): null {
  const { raas, args } = call;
  const uuids = [args.tgt_uuid].flat();
  for (const uuid of uuids) {
    expectTargetGroup(call, uuid, 'delete');
    if (uuid === ALL_MINIONS)
      throw new RpcError('PermissionDenied', 'The target of all minions cannot be deleted.', {
        tgt_uuid: 'is that of all minions',
      });
    if (!args.force) expectUnused(raas, uuid);
  }
  for (const uuid of uuids) {
    for (const job of jobsOn(raas, uuid)) job.tgt_uuid = null;
    for (const schedule of schedulesOn(raas, uuid)) raas.schedules.delete(schedule.uuid);
    raas.targets.groups.delete(uuid);
  }
  raas.pillarTies.apply();
  return null;
}

/** @throws RpcError where something runs on the target */
function expectUnused(raas: Raas, uuid: string): void {
  const jobs = jobsOn(raas, uuid).map((job) => job.uuid);
  const schedules = schedulesOn(raas, uuid).map((schedule) => schedule.uuid);
  const policies = [...raas.sec.policies.values(), ...raas.vman.policies.values()]
    .filter(({ tgt_uuid }) => tgt_uuid === uuid)
    .map((policy) => policy.uuid);
  if (jobs.length + schedules.length + policies.length > 0)
    throw new RpcError('FailedResourceDependency', `The target group ${uuid} is in use.`, {
      jobs,
      schedules,
      policies,
    });
}

function jobsOn({ jobs }: Raas, uuid: string) {
  return [...jobs.values()].filter(({ tgt_uuid }) => tgt_uuid === uuid);
}

function schedulesOn({ schedules }: Raas, uuid: string) {
  return [...schedules.values()].filter(({ tgt_uuid }) => tgt_uuid === uuid);
}
