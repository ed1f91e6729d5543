import type { Sec } from '../../../../schemas/generated/raas/sec.ts';
import { expectMasters, runPolicy, type BegunPolicyRun } from '../../policies/run-policy.ts';
import { expectPolicy } from '../../policies/save-policy.ts';
import type { Raas } from '../../raas.ts';
import type { Call } from '../../rpc/resource.ts';
import { RpcError } from '../../rpc/rpc-error.ts';
import { assess, remediate } from '../../sec/compliance.ts';
import type { SecRun } from '../../sec/sec.ts';
import { noteSecStats } from '../../sec/stats.ts';

/** Has the minions of a policy tell what its checks find. */
export function assessSecPolicy({
  raas,
  caller,
  args,
}: Call<Sec['assess_policy']['arguments']>): BegunPolicyRun {
  const policy = expectPolicy(raas.sec.policies, args.policy_uuid);
  const checks = raas.sec.checksOf(policy);
  return begun(
    raas,
    runPolicy(raas, caller, {
      policy,
      action: 'assess',
      minions: null,
      on: (place) => checks.map((check) => assess(raas, check, place)),
    }),
  );
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
  return begun(
    raas,
    runPolicy(raas, caller, {
      policy,
      action: 'remediate',
      minions,
      on: (place) => checks.map((check) => remediate(raas, policy, check, place)),
    }),
  );
}

function begun(raas: Raas, run: SecRun): BegunPolicyRun {
  raas.sec.runs.push(run);
  noteSecStats(raas);
  return { success: true, errors: [], jid: run.jid };
}
