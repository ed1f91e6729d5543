import { expectStored } from '../../accounts/accessible.ts';
import { expectMaster } from '../../masters/master-caller.ts';
import type { Resource } from '../../rpc/resource.ts';
import { targetGroups } from '../../targets/target-groups.ts';

/** Notes who has come into a target, as a master tells, or one for all of its cluster. */
export const updateTargetGroup: Resource<'master'>['update_target_group_from_master'] = ({
  raas,
  caller,
  args,
}) => {
  const { master_id, cluster_id, tgt_uuid } = args;
  expectStored(targetGroups(raas), tgt_uuid);
  const told = {
    added: args.minions_added,
    deleted: args.minions_deleted,
    isWhole: args.canonical_list,
  };
  const masters =
    master_id === null
      ? raas.knownMasters
          .list()
          .filter((one) => cluster_id !== null && one.cluster_id === cluster_id)
      : [raas.knownMasters.expect(master_id)];
  for (const one of masters) {
    expectMaster(raas, caller, one.master_id);
    raas.targetMatches.update(tgt_uuid, one.master_id, told);
  }
  return null;
};
