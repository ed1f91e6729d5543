import type { User } from '../accounts/user.ts';
import { runPolicy, type BegunPolicyRun } from '../policies/run-policy.ts';
import type { Raas } from '../raas.ts';
import type { Schedule } from '../schedules/schedule.ts';
import { assess } from './compliance.ts';
import type { SecPolicy, SecRun } from './sec.ts';
import { noteSecStats } from './stats.ts';

/** Has the minions of a policy tell what its checks find. */
export function assessCompliance(
  raas: Raas,
  user: User,
  policy: SecPolicy,
  schedule?: Schedule,
): BegunPolicyRun {
  const checks = raas.sec.checksOf(policy);
  return keepRun(
    raas,
    runPolicy(raas, user, {
      policy,
      action: 'assess',
      schedule,
      minions: null,
      on: (place) => checks.map((check) => assess(raas, check, place)),
    }),
  );
}

/** Keeps a run, and gives what its call is answered with. */
export function keepRun(raas: Raas, run: SecRun): BegunPolicyRun {
  raas.sec.runs.push(run);
  noteSecStats(raas);
  return { success: true, errors: [], jid: run.jid };
}
