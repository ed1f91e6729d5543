import type { User } from '../accounts/user.ts';
import type { PolicyRun } from '../policies/policy.ts';
import { runPolicy, type BegunPolicyRun } from '../policies/run-policy.ts';
import type { Raas } from '../raas.ts';
import type { Schedule } from '../schedules/schedule.ts';
import { newUuid } from '../uuid.ts';
import { noteVmanStats } from './stats.ts';
import type { Finding, VmanPolicy } from './vman.ts';
import { findingsOn, isExemptFrom } from './vulnerabilities.ts';

/** Has the minions of a policy tell what is vulnerable on them. */
export function assessVulnerabilities(
  raas: Raas,
  user: User,
  policy: VmanPolicy,
  schedule?: Schedule,
): BegunPolicyRun {
  const run = runPolicy(raas, user, {
    policy,
    action: 'assess',
    schedule,
    minions: null,
    on: (place) =>
      findingsOn(raas, place).filter((finding) => !isExemptFrom(raas, policy, finding)),
  });
  return keepRun(raas, policy, run);
}

/** Keeps a run and its report, and gives what its call is answered with. */
export function keepRun(
  raas: Raas,
  { name, tgt_uuid }: VmanPolicy,
  run: PolicyRun<Finding>,
): BegunPolicyRun {
  raas.vman.runs.push({
    ...run,
    report_uuid: newUuid(raas.random),
    policy_name: name,
    target_group_name: raas.targets.groups.get(tgt_uuid)?.name ?? '',
  });
  noteVmanStats(raas);
  return { success: true, errors: [], jid: run.jid };
}
