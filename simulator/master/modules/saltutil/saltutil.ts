import { argument } from '../../../python/argument.ts';
import { fnmatch } from '../../../python/fnmatch.ts';
import { str } from '../../../python/repr.ts';
import { signature } from '../../../python/signature.ts';
import { isTruthy, type PyDict, type PyValue } from '../../../python/value.ts';
import { fireRefresh } from '../../minion/minion-event.ts';
import { expectKwargs } from '../arguments/clean-kwargs.ts';
import type { ExecutionCall, ExecutionModule } from '../function.ts';
import { syncFunctions } from './sync-functions.ts';

/** Signals that a process lives through, the first being none at all. */
const HARMLESS_SIGNALS = new Set(['0', '17', '18', '23', '28']);

/**
 * The functions of the `saltutil` module by which the master asks after jobs, ends them, and
 * refreshes minions (salt.modules.saltutil; seen on 3006.28, 3007.15 and 3008.3).
 */
export const saltutil: ExecutionModule = {
  ...syncFunctions,
  running: {
    signature: signature('running'),
    doc: 'Answers the jobs that the minion is running, this one left out.',
    run: ({ running }) => [...running],
  },
  find_job: {
    signature: signature('find_job', ['jid']),
    doc: 'Answers the running job of that jid, or an empty dict.',
    run: (call) => findJob(call) ?? new Map(),
  },
  find_cached_job: {
    signature: signature('find_cached_job', ['jid']),
    doc: 'Says that the minion keeps no jobs, since cache_jobs is not set.',
    run: () =>
      'Local jobs cache directory not found; you may need to enable cache_jobs on this minion',
  },
  is_running: {
    signature: signature('is_running', ['fun']),
    doc: 'Answers the running jobs whose function the glob matches.',
    run: (call) =>
      call.running.filter((job) =>
        fnmatch(str(job.get('fun') ?? null), str(argument(call, 'fun'))),
      ),
  },
  signal_job: {
    signature: signature('signal_job', ['jid', 'sig']),
    doc: 'Sends the process of a job a signal, and says so; an empty text where the job is not running.',
    run: (call) => signal(call, findJob(call), str(argument(call, 'sig'))),
  },
  term_job: {
    signature: signature('term_job', ['jid']),
    doc: 'Ends a job by signal 15.',
    run: (call) => signal(call, findJob(call), '15'),
  },
  kill_job: {
    signature: signature('kill_job', ['jid']),
    doc: 'Ends a job by signal 9.',
    run: (call) => signal(call, findJob(call), '9'),
  },
  term_all_jobs: {
    signature: signature('term_all_jobs'),
    doc: 'Ends all jobs of the minion by signal 15.',
    run: (call) => call.running.map((job) => signal(call, job, '15')),
  },
  kill_all_jobs: {
    signature: signature('kill_all_jobs'),
    doc: 'Ends all jobs of the minion by signal 9.',
    run: (call) => call.running.map((job) => signal(call, job, '9')),
  },
  refresh_pillar: refreshing('refresh_pillar', 'Has the pillar of the minion compiled anew.'),
  pillar_refresh: refreshing('refresh_pillar', 'Has the pillar of the minion compiled anew.'),
  refresh_grains: {
    signature: signature('refresh_grains', [], {}, { kwargs: true }),
    doc: 'Has the minion read its grains anew.',
    run: (call) => {
      const kwargs = expectKwargs(call, ['refresh_pillar', 'clean_pillar_cache']);
      return isTruthy(kwargs.get('refresh_pillar') ?? true) ? refresh(call) : true;
    },
  },
  refresh_modules: {
    signature: signature('refresh_modules', [], {}, { kwargs: true }),
    doc: 'Has the minion load its modules anew.',
    run: () => true,
  },
  refresh_beacons: plain('refresh_beacons', 'Has the minion read its beacons anew.'),
  refresh_matchers: plain('refresh_matchers', 'Has the minion load its matchers anew.'),
  refresh_resources: plain('refresh_resources', 'Has the minion look for its resources anew.'),
  clear_cache: plain('clear_cache', 'Clears the cache of the minion.'),
  clear_job_cache: {
    signature: signature('clear_job_cache', [], { hours: 24 }),
    doc: 'Clears the job cache of the minion.',
    run: () => true,
  },
};

function findJob(call: ExecutionCall): PyDict | undefined {
  const jid = argument(call, 'jid');
  return call.running.find((job) => job.get('jid') === jid);
}

/** A job that is ended returns nothing (seen on 3006.28 and 3008.3). */
function signal(call: ExecutionCall, job: PyDict | undefined, sig: string): string {
  if (job === undefined) return '';
  const jid = str(job.get('jid') ?? null);
  if (!HARMLESS_SIGNALS.has(sig)) call.endJob(jid);
  return `Signal ${sig} sent to job ${jid} at pid ${str(job.get('pid') ?? null)}`;
}

function refreshing(name: string, doc: string) {
  const parameters = { wait: false, timeout: 30, clean_cache: true };
  return { signature: signature(name, [], parameters), doc, run: refresh };
}

function plain(name: string, doc: string) {
  return { signature: signature(name), doc, run: (): PyValue => true };
}

function refresh({ master, minion }: ExecutionCall): true {
  fireRefresh(master, minion);
  return true;
}
