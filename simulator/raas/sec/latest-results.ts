import { placeKey, type Action } from '../policies/policy.ts';
import type { CheckResult, Sec, SecPolicy, SecRun } from './sec.ts';

/** A result, and the run that it comes from. */
export interface LatestResult extends CheckResult {
  readonly run: SecRun;
}

/** Which runs to look at; nulls for all. */
export interface RunFilter {
  readonly jid: string | null;
  readonly action: Action | null;
}

/** What became last of each check of a policy on each minion. */
export function latestResults(
  { runs }: Sec,
  { uuid }: SecPolicy,
  { jid, action }: RunFilter = { jid: null, action: null },
): LatestResult[] {
  const latest = new Map<string, LatestResult>();
  for (const run of runs) {
    if (run.policy_uuid !== uuid || (jid !== null && run.jid !== jid)) continue;
    if (action !== null && run.action !== action) continue;
    for (const result of run.results)
      latest.set(placeKey(result.check.uuid, result.place), { ...result, run });
  }
  return [...latest.values()];
}
