import type { Sec } from '../../../../schemas/generated/raas/sec.ts';
import { exemptMinions } from '../../policies/exempt-minions.ts';
import { expectPolicy } from '../../policies/save-policy.ts';
import type { Call } from '../../rpc/resource.ts';
import { RpcError } from '../../rpc/rpc-error.ts';
import type { SecExemption } from '../../sec/sec.ts';
import { noteSecStats } from '../../sec/stats.ts';
import { newUuid } from '../../uuid.ts';

/** Keeps checks of a policy from minions: a row for each check and each minion that is named. */
export function saveExemption({
  raas,
  args,
}: Call<Sec['save_exemption']['arguments']>): Sec['save_exemption']['reply'] {
  const { policy_uuid, check_uuids, minion_ids, reason } = args;
  const policy = expectPolicy(raas.sec.policies, policy_uuid);
  if (check_uuids === null && minion_ids === null)
    throw new RpcError('InvalidRequest', 'An exemption is of checks, or of minions.', {
      check_uuids: 'is missing, and so is minion_ids',
    });
  for (const uuid of check_uuids ?? []) raas.sec.content.check(uuid, 'check_uuids');
  const checks = check_uuids ?? raas.sec.checksOf(policy).map(({ uuid }) => uuid);
  const minions = exemptMinions(raas, minion_ids);
  const results = checks.flatMap((check_uuid) =>
    minions.map((minion): SecExemption => ({
      uuid: newUuid(raas.random),
      policy_uuid,
      check_uuid,
      ...minion,
      reason,
    })),
  );
  for (const exemption of results) policy.exemptions.set(exemption.uuid, exemption);
  noteSecStats(raas);
  return { count: results.length, results };
}

/** Takes an exemption away, and gives its uuid. */
export function deleteExemption({
  raas,
  args,
}: Call<Sec['delete_exemption']['arguments']>): Sec['delete_exemption']['reply'] {
  const { policy_uuid, exemption_uuid } = args;
  const policy = expectPolicy(raas.sec.policies, policy_uuid);
  if (!policy.exemptions.delete(exemption_uuid))
    throw new RpcError('NotFound', `${policy.name} has no exemption ${exemption_uuid}.`, {
      exemption_uuid,
    });
  noteSecStats(raas);
  return { uuid: exemption_uuid };
}
