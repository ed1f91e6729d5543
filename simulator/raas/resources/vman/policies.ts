import type { Vman } from '../../../../schemas/generated/raas/vman.ts';
import { pageOf } from '../../paging.ts';
import { isWantedPolicy, lastRun, policyRow } from '../../policies/policy-row.ts';
import { deletePolicy, expectPolicy, savePolicy } from '../../policies/save-policy.ts';
import type { Call } from '../../rpc/resource.ts';
import { noteVmanStats, severitiesOf } from '../../vman/stats.ts';
import { openUnlessExempt } from '../../vman/vulnerabilities.ts';

/** Gives the policies, all or some, each with how many vulnerabilities are open. */
export function getVmanPolicies({
  raas,
  args,
}: Call<Vman['get_policies']['arguments']>): Vman['get_policies']['reply'] {
  const { vman } = raas;
  const policies = [...vman.policies.values()].filter((policy) => isWantedPolicy(policy, args));
  const rows = policies.map((policy) => {
    const counts = severitiesOf(openUnlessExempt(raas, policy));
    const assessed = lastRun(vman.runs, policy, 'assess');
    return {
      ...policyRow(raas, policy, vman.runs),
      stats: Object.fromEntries(
        Object.entries(counts).map(([severity, count]) => [severity.toUpperCase(), count]),
      ),
      minions_assessed: assessed?.returned ?? 0,
    };
  });
  return pageOf(rows, args, (row, name) => (name === 'tgt_name' ? row.tgt_name : row.name));
}

/** Saves a policy, a new one or that of the uuid, and gives its uuid. */
export function saveVmanPolicy(call: Call<Vman['save_policy']['arguments']>): string {
  const { raas, args } = call;
  const { policies } = raas.vman;
  const known = args.policy_uuid === null ? undefined : policies.get(args.policy_uuid);
  const uuid = savePolicy(call, policies, args, { imported: known?.imported ?? [] });
  noteVmanStats(raas);
  return uuid;
}

/** Deletes a policy, and what was kept for it alone: exemptions, links to states, imports. */
export function deleteVmanPolicy({ raas, args }: Call<Vman['delete_policy']['arguments']>): true {
  const { policies, exemptionGroups, stateLinks, imports } = raas.vman;
  const { uuid } = expectPolicy(policies, args.policy_uuid);
  for (const kept of [exemptionGroups, stateLinks, imports] as const)
    for (const [key, { policy_uuid }] of kept) if (policy_uuid === uuid) kept.delete(key);
  deletePolicy(raas, policies, uuid);
  noteVmanStats(raas);
  return true;
}
