import type { Vman } from '../../../../schemas/generated/raas/vman.ts';
import { pageOf } from '../../paging.ts';
import { exemptMinions } from '../../policies/exempt-minions.ts';
import { expectPolicy } from '../../policies/save-policy.ts';
import type { Call } from '../../rpc/resource.ts';
import { RpcError } from '../../rpc/rpc-error.ts';
import { newUuid } from '../../uuid.ts';
import { noteVmanStats } from '../../vman/stats.ts';
import type { ExemptionGroup } from '../../vman/vman.ts';

/** Keeps a policy from remediating advisories on minions, and gives the uuid of that. */
export function saveExemptionGroup({
  raas,
  args,
}: Call<Vman['save_exemption_group']['arguments']>): string {
  const { vman } = raas;
  const { advisory_uuids, minion_ids, reason } = args;
  const { uuid: policy_uuid } = expectPolicy(vman.policies, args.policy_uuid);
  if (advisory_uuids === null && minion_ids === null)
    throw new RpcError('InvalidRequest', 'An exemption is of advisories, or of minions.', {
      advisory_uuids: 'is missing, and so is minion_ids',
    });
  const stray = advisory_uuids?.find((one) => !vman.advisories.some(({ uuid }) => uuid === one));
  if (stray !== undefined)
    throw new RpcError('NotFound', `There is no advisory ${stray}.`, { advisory_uuids: stray });
  const minions = exemptMinions(raas, minion_ids);
  const uuid = newUuid(raas.random);
  vman.exemptionGroups.set(uuid, { uuid, policy_uuid, advisory_uuids, minions, reason });
  noteVmanStats(raas);
  return uuid;
}

/** Gives the groups of exemptions, each with the advisories and minions that it is of. */
export function getExemptionGroups({
  raas,
  args,
}: Call<Vman['get_exemption_groups']['arguments']>): Vman['get_exemption_groups']['reply'] {
  const { policy_uuid, exemption_group_uuid, page, limit } = args;
  const rows = [...raas.vman.exemptionGroups.values()]
    .filter(
      (group) =>
        (policy_uuid === null || group.policy_uuid === policy_uuid) &&
        (exemption_group_uuid === null || group.uuid === exemption_group_uuid),
    )
    .map((group) => ({
      ...(exemptionsOf(group)[0] ?? noMinion(group)),
      uuid: group.uuid,
      advisory_uuids: group.advisory_uuids === null ? null : [...group.advisory_uuids],
      minions: [...group.minions],
    }));
  return pageOf(rows, { page, limit }, () => null);
}

/** Gives the single exemptions, one for each advisory and minion; nulls stand for all. */
export function getExemptions({
  raas,
  args,
}: Call<Vman['get_exemptions']['arguments']>): Vman['get_exemptions']['reply'] {
  const { policy_uuid, exemption_uuid } = args;
  const results = [...raas.vman.exemptionGroups.values()]
    .filter((group) => policy_uuid === null || group.policy_uuid === policy_uuid)
    .flatMap(exemptionsOf)
    .filter(
      ({ uuid, exemption_group_uuid }) =>
        exemption_uuid === null ||
        uuid === exemption_uuid ||
        exemption_group_uuid === exemption_uuid,
    );
  return { count: results.length, results };
}

/** Takes a group of exemptions away, and gives how many that were. */
export function deleteExemptionGroup({
  raas,
  args: { exemption_group_uuid },
}: Call<Vman['delete_exemption_group']['arguments']>): number {
  if (!raas.vman.exemptionGroups.delete(exemption_group_uuid))
    throw new RpcError('NotFound', `There is no group of exemptions ${exemption_group_uuid}.`, {
      exemption_group_uuid,
    });
  noteVmanStats(raas);
  return 1;
}

function exemptionsOf(group: ExemptionGroup) {
  const { policy_uuid, reason } = group;
  return (group.advisory_uuids ?? [null]).flatMap((advisory_uuid) =>
    group.minions.map((minion) => ({
      uuid: group.uuid,
      exemption_group_uuid: group.uuid,
      policy_uuid,
      advisory_uuid,
      ...minion,
      reason,
    })),
  );
}

function noMinion({ uuid, policy_uuid, reason }: ExemptionGroup) {
  return { uuid, policy_uuid, advisory_uuid: null, master_id: null, minion_id: null, reason };
}
