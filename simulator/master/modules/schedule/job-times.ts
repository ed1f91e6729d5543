import { argument } from '../../../python/argument.ts';
import { strftime } from '../../../python/dates/strftime.ts';
import { strptime } from '../../../python/dates/strptime.ts';
import { str } from '../../../python/repr.ts';
import { signature } from '../../../python/signature.ts';
import { dict, isTruthy, type PyDict, type PyValue } from '../../../python/value.ts';
import { TIME_FORMAT } from '../../minion/schedule/fire-time.ts';
import { jobStatus, noted, valueOf, type JobData } from '../../minion/schedule/job-data.ts';
import { cleanKwargs } from '../arguments/clean-kwargs.ts';
import type { ExecutionCall, ExecutionModule } from '../function.ts';
import { jobOf, jobsOf } from './list-jobs.ts';

/** The functions of the `schedule` module that tell and change when a job runs. */
export const jobTimes: ExecutionModule = {
  show_next_fire_time: {
    signature: signature('show_next_fire_time', ['name'], {}, { kwargs: true }),
    doc: 'Answers when a job runs next; None for one that is not there or has no time yet.',
    run: (call) => {
      const job = jobOf(call, str(argument(call, 'name')));
      const next = job === undefined ? undefined : noted(job, '_next_fire_time');
      const time = next === undefined ? null : strftime(next, TIME_FORMAT);
      return dict({ result: true, next_fire_time: time });
    },
  },
  job_status: {
    signature: signature('job_status', ['name'], { time_fmt: TIME_FORMAT }),
    doc: 'Answers a job with all that the minion notes of it: when it ran, when it is to run, why it did not.',
    run: (call) => {
      const job = jobOf(call, str(argument(call, 'name')));
      return job === undefined ? new Map() : jobStatus(job, str(argument(call, 'time_fmt')));
    },
  },
  postpone_job: {
    signature: signature(
      'postpone_job',
      ['name', 'current_time', 'new_time'],
      {},
      { kwargs: true },
    ),
    doc: 'Has a job run at another time than the one it is due at.',
    run: (call) => {
      const refused = missing(call, ['current_time', 'new_time']);
      if (refused !== undefined) return refused;
      return change(call, 'Postponed', 'postpone', (job, time_fmt) => {
        append(job, 'skip_explicit', dict({ time: argument(call, 'current_time'), time_fmt }));
        append(job, 'run_explicit', dict({ time: argument(call, 'new_time'), time_fmt }));
      });
    },
  },
  skip_job: {
    signature: signature('skip_job', ['name', 'current_time'], {}, { kwargs: true }),
    doc: 'Has a job not run at a time.',
    run: (call) => {
      // Without a time the answer is the same as with one, and so is what comes of it.
      const hasTime = isTruthy(argument(call, 'current_time'));
      const refused = hasTime ? missing(call, ['current_time']) : undefined;
      if (refused !== undefined) return refused;
      return change(call, 'Added Skip', 'skip', (job, time_fmt) =>
        append(job, 'skip_explicit', dict({ time: argument(call, 'current_time'), time_fmt })),
      );
    },
  },
};

function formatOf(call: ExecutionCall): string {
  const format = cleanKwargs(call).get('time_fmt');
  return isTruthy(format) ? str(format ?? null) : TIME_FORMAT;
}

function refusal(comment: string): PyDict {
  return dict({ comment, result: false });
}

/** The refusal of a call that names no job or no time. */
function missing(call: ExecutionCall, times: readonly string[]): PyDict | undefined {
  if (!isTruthy(argument(call, 'name'))) return refusal('Job name is required.');
  for (const name of times) {
    const time = argument(call, name);
    if (!isTruthy(time)) return refusal(`Job ${name.replace('current_', 'current ')} is required.`);
    if (typeof time !== 'string' || strptime(time, formatOf(call)) === undefined)
      return refusal('Date string could not be parsed.');
  }
  return undefined;
}

/** A job of the pillar stays as it is, and the minion says that it was changed all the same. */
function change(
  call: ExecutionCall,
  done: string,
  verb: string,
  changeJob: (job: JobData, format: string) => void,
): PyDict {
  const name = str(argument(call, 'name'));
  const listed = jobsOf(call).get(name);
  if (listed === undefined) return dict({ comment: `Job ${name} does not exist.`, result: false });
  const own = call.memory.schedule.opts.get(name);
  if (own instanceof Map) changeJob(own, formatOf(call));
  call.master.minions.wake(call.minion);
  const job = call.memory.schedule.job(name);
  if (job !== undefined && isTruthy(valueOf(job, 'enabled')))
    return dict({ comment: `${done} Job ${name} in schedule.`, result: true });
  return dict({
    comment: `Failed to ${verb} job ${name} in schedule.`,
    result: false,
  });
}

function append(job: JobData, key: string, item: PyValue): void {
  const list = valueOf(job, key);
  job.set(key, [...(Array.isArray(list) ? list : []), item]);
}
