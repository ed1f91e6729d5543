import { isoformat } from '../../python/datetime.ts';
import { holdsAny } from '../paging.ts';
import type { Raas } from '../raas.ts';
import type { When } from '../schedules/times/timing.ts';
import { RUN_FUNCTIONS, type Action, type Policy, type PolicyRun } from './policy.ts';
import { scheduleOf } from './policy-schedule.ts';

/** What lists show of every policy (raas §7). */
export interface PolicyRow {
  readonly uuid: string;
  readonly name: string;
  readonly tgt_uuid: string;
  readonly tgt_name: string;
  readonly schedule_uuid: string | null;
  readonly schedule: When | null;
  readonly last_update: string;
  readonly last_assess_jid: string | null;
  readonly last_assess_timestamp: string | null;
  readonly last_remed_jid: string | null;
  readonly last_remed_timestamp: string | null;
}

/** A policy as lists show it. */
export function policyRow(
  raas: Raas,
  policy: Policy,
  runs: readonly PolicyRun<unknown>[],
): PolicyRow {
  const { uuid, name, tgt_uuid, last_update } = policy;
  const scheduled = scheduleOf(raas, policy);
  const [assessed, remediated] = [
    lastRun(runs, policy, 'assess'),
    lastRun(runs, policy, 'remediate'),
  ];
  return {
    uuid,
    name,
    tgt_uuid,
    tgt_name: raas.targets.groups.get(tgt_uuid)?.name ?? '',
    schedule_uuid: scheduled?.uuid ?? null,
    schedule: scheduled?.schedule ?? null,
    last_update: isoformat(last_update),
    last_assess_jid: assessed?.jid ?? null,
    last_assess_timestamp: timeOf(assessed),
    last_remed_jid: remediated?.jid ?? null,
    last_remed_timestamp: timeOf(remediated),
  };
}

/** The last run of a policy that did this. */
export function lastRun<Run extends PolicyRun<unknown>>(
  runs: readonly Run[],
  { uuid }: Policy,
  action: Action,
): Run | undefined {
  return runs.findLast((run) => run.policy_uuid === uuid && run.action === action);
}

function timeOf(run: PolicyRun<unknown> | undefined): string | null {
  return run === undefined ? null : isoformat(run.created);
}

/** How a list of policies can be narrowed. */
export interface PolicyFilters {
  readonly policy_uuids: readonly string[] | null;
  readonly names: readonly string[] | null;
  readonly tgt_uuids: readonly string[] | null;
}

/** Whether a policy is asked for: by uuid, by a part of its name, and by its target. */
export function isWantedPolicy(policy: Policy, wanted: PolicyFilters): boolean {
  const { policy_uuids, names, tgt_uuids } = wanted;
  return (
    (policy_uuids === null || policy_uuids.includes(policy.uuid)) &&
    holdsAny(policy.name, names) &&
    (tgt_uuids === null || tgt_uuids.includes(policy.tgt_uuid))
  );
}

/** What a run is called among the functions of Salt. */
export function functionOf({ action }: PolicyRun<unknown>): string {
  return RUN_FUNCTIONS[action];
}
