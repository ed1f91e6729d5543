import { isoformat } from '../../../python/datetime.ts';
import type { Command } from '../../commands/command.ts';
import { isObject, type Json } from '../../json.ts';
import { holds } from '../../paging.ts';
import type { Raas } from '../../raas.ts';
import type { Schedule } from '../../schedules/schedule.ts';
import { splayed } from '../../schedules/splayed.ts';

/** What a schedule runs, with the names of the saved job and target. */
export function namedWork({ jobs, targets }: Raas, schedule: Schedule) {
  const { job_uuid, tgt_uuid } = schedule;
  const job = job_uuid === null ? undefined : jobs.get(job_uuid);
  const group = targets.groups.get(tgt_uuid ?? job?.tgt_uuid ?? '');
  return {
    job_uuid,
    job_name: job?.name ?? null,
    tgt_uuid: group?.uuid ?? tgt_uuid,
    tgt_name: group?.name ?? null,
    cmd: job?.cmd ?? schedule.cmd,
    fun: job?.fun ?? schedule.fun,
  };
}

/** A schedule as `schedule.get` shows it (raas §7). */
export function scheduleRow(raas: Raas, schedule: Schedule, last: Command | undefined) {
  const { uuid, name, arg, masters, tgt, enabled, lastFired } = schedule;
  const next = schedule.times(raas.clock.now());
  return {
    uuid,
    name,
    schedule: schedule.schedule,
    function: schedule.function,
    enabled,
    ...namedWork(raas, schedule),
    arg,
    masters,
    tgt,
    next_fire_time: next === undefined ? null : isoformat(splayed(schedule, next, raas.random)),
    last_fire_time: lastFired === undefined ? null : isoformat(lastFired),
    status: statusOf(schedule, last),
    user: schedule.owner.username,
    user_uuid: schedule.owner.uuid,
  };
}

/** What became of the last command of a schedule, in words that are older than those of commands. */
function statusOf({ enabled }: Schedule, last: Command | undefined): string {
  if (!enabled) return 'disabled';
  if (last === undefined) return 'new';
  if (last.state === 'completed_all_successful') return 'complete';
  return last.state.startsWith('completed') ? 'failed' : last.state;
}

/** Whether a text is in any of the values, however deep. */
export function mentions(values: readonly Json[], text: string): boolean {
  return values.some((value) => {
    if (isObject(value)) return mentions([...Object.keys(value), ...Object.values(value)], text);
    if (Array.isArray(value)) return mentions(value as readonly Json[], text);
    return holds(typeof value === 'string' ? value : JSON.stringify(value), text);
  });
}
