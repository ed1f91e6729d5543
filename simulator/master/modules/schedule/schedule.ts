import { argument } from '../../../python/argument.ts';
import { str } from '../../../python/repr.ts';
import { signature } from '../../../python/signature.ts';
import { dict, isDict, isTruthy, type PyDict } from '../../../python/value.ts';
import { dumpYaml } from '../../../python/yaml/dump.ts';
import { cleanKwargs } from '../arguments/clean-kwargs.ts';
import { isTest } from '../arguments/is-test.ts';
import type { ExecutionCall, ExecutionFunction, ExecutionModule } from '../function.ts';
import { isJob, valueOf } from '../../minion/schedule/job-data.ts';
import { jobTimes } from './job-times.ts';
import { jobOf, jobsOf, list } from './list-jobs.ts';
import { conflictIn, scheduleItem } from './schedule-item.ts';

const KWARGS = { kwargs: true };
const WITH_NAME = (name: string) => signature(name, ['name'], {}, KWARGS);

/**
 * The `schedule` module: the jobs that a minion runs by itself (Salt, modules.schedule; seen on
 * 3006.28, 3007.15 and 3008.3).
 */
export const schedule: ExecutionModule = {
  list: {
    signature: signature('list_', [], {
      show_all: false,
      show_disabled: true,
      where: null,
      return_yaml: true,
      offline: false,
    }),
    doc: 'Answers the jobs of the schedule, as YAML unless told otherwise.',
    run: list,
  },
  is_enabled: {
    signature: signature('is_enabled', [], { name: null }),
    doc: 'Answers a job of the schedule, or whether the schedule as a whole is enabled.',
    run: (call) => {
      const jobs = jobsOf(call);
      const name = argument(call, 'name');
      return isTruthy(name) ? (jobs.get(str(name)) ?? new Map()) : (jobs.get('enabled') ?? true);
    },
  },
  build_schedule_item: {
    signature: WITH_NAME('build_schedule_item'),
    doc: 'Answers a job as schedule.add would keep it.',
    run: (call) => scheduleItem(nameOf(call), cleanKwargs(call)),
  },
  add: { signature: WITH_NAME('add'), doc: 'Adds a job to the schedule.', run: add },
  modify: { signature: WITH_NAME('modify'), doc: 'Changes a job of the schedule.', run: modify },
  delete: { signature: WITH_NAME('delete'), doc: 'Takes a job out of the schedule.', run: remove },
  enable_job: switching('enable_job', true),
  disable_job: switching('disable_job', false),
  enable: switchingAll('enable', true),
  disable: switchingAll('disable', false),
  run_job: {
    signature: signature('run_job', ['name'], { force: false }),
    doc: 'Runs a job of the schedule at once, unless it is disabled.',
    run: runJob,
  },
  save: {
    signature: signature('save', [], {}, KWARGS),
    doc: 'Says that the schedule is saved.',
    run: (call) =>
      isTest(call)
        ? dict({ comment: 'Schedule would be saved.', result: true })
        : dict({ comment: 'Schedule (non-pillar items) saved.', result: true }),
  },
  reload: {
    signature: signature('reload'),
    doc: 'Has the minion read the schedule of its pillar anew.',
    run: (call) => {
      if (!call.minion.pillar.has('schedule')) return dict({ comment: [], result: true });
      call.memory.schedule.readPillar(call.minion.pillar);
      call.master.minions.wake(call.minion);
      return dict({ comment: ['Reloaded schedule from pillar on minion.'], result: true });
    },
  },
  purge: {
    signature: signature('purge', [], {}, KWARGS),
    doc: 'Takes every job out of the schedule.',
    run: purge,
  },
  ...jobTimes,
};

function nameOf(call: ExecutionCall): string {
  return str(argument(call, 'name'));
}

function answer(comment: string, result: boolean, changes: PyDict = new Map()): PyDict {
  return dict({ comment, result, changes });
}

function unknown(name: string): PyDict {
  return answer(`Job ${name} does not exist.`, false);
}

function add(call: ExecutionCall): PyDict {
  const name = nameOf(call);
  if (jobsOf(call).has(name)) return answer(`Job ${name} already exists in schedule.`, false);
  const kwargs = cleanKwargs(call);
  const conflict = conflictIn(kwargs, '"when" or "cron" options');
  if (conflict !== undefined) return answer(conflict, false);
  const item = scheduleItem(name, kwargs);
  if (item.get('result') === false) return item;
  if (isTest(call)) return answer(`Job: ${name} would be added to schedule.`, true);
  keep(call, name, item);
  return answer(`Added job: ${name} to schedule.`, true, dict({ [name]: 'added' }));
}

/** A job that was changed is looked at anew; nothing that was noted of it before stays. */
function keep(call: ExecutionCall, name: string, item: PyDict): void {
  call.memory.schedule.set(name, item);
  call.master.minions.wake(call.minion);
}

function runJob(call: ExecutionCall): PyDict {
  const name = nameOf(call);
  const job = jobsOf(call).get(name);
  if (job === undefined) return dict({ comment: `Job ${name} does not exist.`, result: false });
  if (isDict(job) && !isTruthy(job.get('enabled')) && !isTruthy(argument(call, 'force')))
    return dict({ comment: `Job ${name} is disabled.`, result: true });
  call.master.minions.runScheduled(call.minion, name);
  return dict({ comment: `Scheduling Job ${name} on minion.`, result: true });
}

function modified(comment: string, changes: PyDict, result: boolean): PyDict {
  return dict({ comment, changes, result });
}

function modify(call: ExecutionCall): PyDict {
  const name = nameOf(call);
  const kwargs = cleanKwargs(call);
  const conflict = conflictIn(kwargs, '"when" option');
  if (conflict !== undefined) return modified(conflict, new Map(), false);
  const old = jobsOf(call).get(name);
  if (!isDict(old)) return modified(`Job ${name} does not exist in schedule.`, new Map(), false);
  if (!kwargs.has('function')) kwargs.set('function', old.get('function') ?? null);
  const item = scheduleItem(name, kwargs);
  if (item.get('result') === false) return item;
  if (dumpYaml(item) === dumpYaml(old))
    return modified(`Job ${name} in correct state`, new Map(), true);
  const changes = dict({ [name]: dict({ old, new: item }) });
  if (isTest(call)) return modified(`Job: ${name} would be modified in schedule.`, changes, true);
  keep(call, name, item);
  return modified(`Modified job: ${name} in schedule.`, changes, true);
}

function remove(call: ExecutionCall): PyDict {
  const name = nameOf(call);
  if (isTest(call)) return answer(`Job: ${name} would be deleted from schedule.`, true);
  if (!jobsOf(call).has(name)) return unknown(name);
  call.memory.schedule.opts.delete(name);
  if (jobsOf(call).has(name)) return answer(`Failed to delete job ${name} from schedule.`, false);
  return answer(`Deleted Job ${name} from schedule.`, true, dict({ [name]: 'removed' }));
}

function purge(call: ExecutionCall): PyDict {
  const { opts } = call.memory.schedule;
  const names = [...jobsOf(call)].flatMap(([name, job]) => (isDict(job) ? [str(name)] : []));
  const done = isTest(call) ? 'would be deleted from schedule.' : 'from schedule.';
  const comment = names.map((name) =>
    isTest(call) ? `Job: ${name} ${done}` : `Deleted job: ${name} ${done}`,
  );
  if (!isTest(call)) for (const name of names) opts.delete(name);
  const changes = isTest(call) ? [] : names.map((name) => [name, 'removed'] as const);
  return dict({ comment, changes: new Map(changes), result: true });
}

/** A job that is already so is switched all the same; only the test of disable_job changes nothing. */
function switching(name: string, to: boolean): ExecutionFunction {
  const word = to ? 'enabled' : 'disabled';
  return {
    signature: WITH_NAME(name),
    doc: `Has a job of the schedule be ${word}.`,
    run: (call) => {
      const asked = nameOf(call);
      if (!to && isTest(call)) return answer(`Job: ${asked} would be ${word} in schedule.`, true);
      if (!isDict(jobsOf(call).get(asked))) return unknown(asked);
      const own = call.memory.schedule.opts.get(asked);
      if (isJob(own)) own.set('enabled', to);
      call.master.minions.wake(call.minion);
      const job = jobOf(call, asked);
      if (job === undefined || isTruthy(valueOf(job, 'enabled') ?? true) !== to)
        return answer(`Failed to ${to ? 'enable' : 'disable'} job ${asked} in schedule.`, false);
      const comment = `${to ? 'Enabled' : 'Disabled'} Job ${asked} in schedule.`;
      return answer(comment, true, dict({ [asked]: word }));
    },
  };
}

function switchingAll(name: string, to: boolean): ExecutionFunction {
  const word = to ? 'enabled' : 'disabled';
  return {
    signature: signature(name, [], {}, KWARGS),
    doc: `Has the whole schedule be ${word}.`,
    run: (call) => {
      if (isTest(call))
        return dict({
          comment: `Schedule would be ${word}.`,
          changes: new Map(),
          result: true,
        });
      call.memory.schedule.opts.set('enabled', to);
      call.master.minions.wake(call.minion);
      const comment = `${to ? 'Enabled' : 'Disabled'} schedule on minion.`;
      return dict({ comment, changes: dict({ schedule: word }), result: true });
    },
  };
}
