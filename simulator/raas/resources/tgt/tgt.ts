import { getAccess, saveAccess } from '../../accounts/access-payload.ts';
import type { Resource } from '../../rpc/resource.ts';
import { RpcError } from '../../rpc/rpc-error.ts';
import { expectTarget } from '../../targets/expect-target.ts';
import { deleteTargetGroups } from './delete-target-group.ts';
import { getTargetGroups } from './get-target-group.ts';
import { saveTargetGroup } from './save-target-group.ts';
import { expectTargetGroup, targetGroups } from '../../targets/target-groups.ts';

/** The resource `tgt`: targets that have a name (raas §7). */
export const tgt: Resource<'tgt'> = {
  get_target_group: getTargetGroups,
  save_target_group: saveTargetGroup,
  delete_target_group: deleteTargetGroups,
  get_target_group_minions(call) {
    const { tgt_uuid, tgt: given } = call.args;
    if ((tgt_uuid === null) === (given === null))
      throw new RpcError('InvalidRequest', 'Either tgt_uuid or tgt is needed, and not both.', {
        tgt_uuid: 'goes without tgt, and tgt without it',
      });
    const target =
      given === null ? expectTargetGroup(call, tgt_uuid, 'read').tgt : expectTarget(given);
    return call.raas.targets.minionsOf(target);
  },
  get_target_group_access: (call) => getAccess(call, targetGroups(call.raas), call.args.tgt_uuid),
  save_target_group_access: (call) =>
    saveAccess(call, targetGroups(call.raas), call.args.tgt_uuid, call.args.access_payload),
};
