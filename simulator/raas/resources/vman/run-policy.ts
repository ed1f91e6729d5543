import type { Vman } from '../../../../schemas/generated/raas/vman.ts';
import { expectMasters, runPolicy, type BegunPolicyRun } from '../../policies/run-policy.ts';
import { expectPolicy } from '../../policies/save-policy.ts';
import type { Call } from '../../rpc/resource.ts';
import { RpcError } from '../../rpc/rpc-error.ts';
import { assessVulnerabilities, keepRun } from '../../vman/assess-policy.ts';
import { openUnlessExempt, remediate } from '../../vman/vulnerabilities.ts';

/** Has the minions of a policy tell what is vulnerable on them. */
export function assessVmanPolicy({
  raas,
  caller,
  args,
}: Call<Vman['assess_policy']['arguments']>): BegunPolicyRun {
  const policy = expectPolicy(raas.vman.policies, args.policy_uuid);
  return assessVulnerabilities(raas, caller.user, policy);
}

/** Puts right what is vulnerable on the minions of a policy: all of it, or some advisories on some minions. */
export function remediateVmanPolicy({
  raas,
  caller,
  args,
}: Call<Vman['remediate_policy']['arguments']>): BegunPolicyRun {
  const { policy_uuid, advisory_ids, minions } = args;
  const policy = expectPolicy(raas.vman.policies, policy_uuid);
  expectMasters(raas, 'minions', minions);
  const known = raas.vman.advisories.map(({ advisory_id }) => advisory_id);
  const stray = advisory_ids?.find((id) => !known.includes(id));
  if (stray !== undefined)
    throw new RpcError('NotFound', `There is no advisory ${stray}.`, { advisory_ids: stray });
  const open = openUnlessExempt(raas, policy).filter(
    ({ advisory }) => advisory_ids === null || advisory_ids.includes(advisory.advisory_id),
  );
  const run = runPolicy(raas, caller.user, {
    policy,
    action: 'remediate',
    minions,
    on: ({ minion }) => open.filter(({ place }) => place.minion === minion),
  });
  for (const finding of run.results) remediate(raas, finding);
  return keepRun(raas, policy, run);
}
