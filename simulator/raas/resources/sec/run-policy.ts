import type { Sec } from '../../../../schemas/generated/raas/sec.ts';
import { expectMasters, runPolicy, type BegunPolicyRun } from '../../policies/run-policy.ts';
import { expectPolicy } from '../../policies/save-policy.ts';
import type { Call } from '../../rpc/resource.ts';
import { RpcError } from '../../rpc/rpc-error.ts';
import { assessCompliance, keepRun } from '../../sec/assess-policy.ts';
import { remediate } from '../../sec/compliance.ts';

/** Has the minions of a policy tell what its checks find. */
export function assessSecPolicy({
  raas,
  caller,
  args,
}: Call<Sec['assess_policy']['arguments']>): BegunPolicyRun {
  return assessCompliance(raas, caller.user, expectPolicy(raas.sec.policies, args.policy_uuid));
}

/** Puts right what checks of a policy find on its minions, or on some of them. */
export function remediateSecPolicy({
  raas,
  caller,
  args,
}: Call<Sec['remediate_policy']['arguments']>): BegunPolicyRun {
  const { policy_uuid, check_uuids, minions } = args;
  const policy = expectPolicy(raas.sec.policies, policy_uuid);
  expectMasters(raas, 'minions', minions);
  const all = raas.sec.checksOf(policy);
  const stray = check_uuids?.find((uuid) => !all.some((check) => check.uuid === uuid));
  if (stray !== undefined)
    throw new RpcError('NotFound', `The policy ${policy.name} has no check ${stray}.`, {
      check_uuids: stray,
    });
  const checks = all.filter(({ uuid }) => check_uuids === null || check_uuids.includes(uuid));
  return keepRun(
    raas,
    runPolicy(raas, caller.user, {
      policy,
      action: 'remediate',
      minions,
      on: (place) => checks.map((check) => remediate(raas, policy, check, place)),
    }),
  );
}
