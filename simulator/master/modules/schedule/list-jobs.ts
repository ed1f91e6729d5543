import { argument } from '../../../python/argument.ts';
import { str } from '../../../python/repr.ts';
import { isDict, isTruthy, dict, type PyDict, type PyValue } from '../../../python/value.ts';
import { dumpYaml } from '../../../python/yaml/dump.ts';
import type { ScheduleSource } from '../../minion/schedule/minion-schedule.ts';
import type { JobData } from '../../minion/schedule/job-data.ts';
import type { ExecutionCall } from '../function.ts';

/** The jobs of a minion as schedule.list has them, from wherever they come. */
export function jobsOf(call: ExecutionCall, source: ScheduleSource = 'both'): PyDict {
  call.master.minions.catchUp(call.minion);
  return call.memory.schedule.list(source);
}

/** A job of a minion with its notes, wherever it comes from. */
export function jobOf(call: ExecutionCall, name: string): JobData | undefined {
  call.master.minions.catchUp(call.minion);
  return call.memory.schedule.job(name);
}

/** What schedule.list answers: as YAML each job says whether it was saved, and its keys are sorted. */
export function list(call: ExecutionCall): PyValue {
  const where = argument(call, 'where');
  const jobs = jobsOf(call, where === 'pillar' || where === 'opts' ? where : 'both');
  const shown: PyDict = new Map(
    [...jobs].filter(
      ([name, job]) =>
        !(str(name).startsWith('__') && !isTruthy(argument(call, 'show_all'))) &&
        (isTruthy(argument(call, 'show_disabled')) || !isDict(job) || isTruthy(job.get('enabled'))),
    ),
  );
  if (!isTruthy(argument(call, 'return_yaml'))) return shown;
  const own = call.memory.schedule.opts;
  const saved = [...shown].map(
    ([name, job]) =>
      [name, isDict(job) ? new Map([...job, ['saved', own.has(name)]]) : job] as const,
  );
  return dumpYaml(dict({ schedule: new Map(saved) }));
}
