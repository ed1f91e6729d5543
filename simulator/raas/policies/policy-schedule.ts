import type { Caller } from '../accounts/caller.ts';
import type { Raas } from '../raas.ts';
import type { Schedule } from '../schedules/schedule.ts';
import { timesOf, type When } from '../schedules/times/timing.ts';
import { newUuid } from '../uuid.ts';
import { RUN_FUNCTIONS, type Policy } from './policy.ts';

/** What of a policy its schedule is made of. */
export type ScheduledPolicy = Pick<Policy, 'uuid' | 'name' | 'tgt_uuid' | 'schedule_uuid'>;

/**
 * Makes the schedule at whose times a policy is assessed, or changes it, and gives its uuid; null
 * where there is none.
 *
 * @param when null to leave its times as they are
 * @throws RpcError for what names no times
 */
export function schedulePolicy(
  raas: Raas,
  { user }: Caller,
  { uuid, name, tgt_uuid, schedule_uuid }: ScheduledPolicy,
  when: When | null,
): string | null {
  const before = scheduleOf(raas, { schedule_uuid });
  const schedule = when ?? before?.schedule;
  if (schedule === undefined) return null;
  const times = when === null ? before?.times : undefined;
  const saved: Schedule = {
    uuid: before?.uuid ?? newUuid(raas.random),
    name,
    schedule,
    function: 'job.run',
    enabled: before?.enabled ?? true,
    owner: before?.owner ?? user,
    times: times ?? timesOf(schedule, raas.clock.now()),
    skips: times === undefined ? new Set() : (before?.skips ?? new Set()),
    lastFired: before?.lastFired,
    job_uuid: null,
    cmd: 'local',
    fun: RUN_FUNCTIONS.assess,
    arg: { arg: [], kwarg: { policy_uuid: uuid } },
    masters: null,
    tgt: null,
    tgt_uuid,
  };
  raas.schedules.set(saved.uuid, saved);
  raas.scheduler.plan(saved);
  return saved.uuid;
}

/** The schedule of a policy; undefined where it has none, or none any more. */
export function scheduleOf(
  { schedules }: Raas,
  { schedule_uuid }: Pick<Policy, 'schedule_uuid'>,
): Schedule | undefined {
  return schedule_uuid === null ? undefined : schedules.get(schedule_uuid);
}

/** Whether nothing more is to come of the schedule of a policy. */
export function isExpired(raas: Raas, policy: Policy): boolean {
  const schedule = scheduleOf(raas, policy);
  return schedule !== undefined && schedule.times(raas.clock.now()) === undefined;
}
