import { compareCodePoints } from '../../../python/compare.ts';
import { signature } from '../../../python/signature.ts';
import type { Described, DescribedFunctions } from './described.ts';

type Optional = NonNullable<Parameters<typeof signature>[2]>;

function fun(
  name: string,
  required: readonly string[],
  optional: Optional,
  doc: string,
): readonly [string, Described] {
  const [, own = name] = name.split('.');
  return [name, { signature: signature(own, required, optional), doc }];
}

const NEW_JOB: Optional = { nocache: false, passed_jid: null };

/** The returners that the minions of every line have, and their functions (seen on 3006.28 to 3008.3). */
export const RETURNERS: DescribedFunctions = [
  fun('highstate.returner', ['ret'], {}, 'Sends what came of a highstate by mail.'),
  fun('local.event_return', ['event'], {}, 'Prints events.'),
  fun('local.returner', ['ret'], {}, 'Prints what a function returned.'),
  fun('local_cache.clean_old_jobs', [], {}, 'Forgets jobs that are kept long enough.'),
  fun('local_cache.get_endtime', ['jid'], {}, 'Answers when a job ended.'),
  fun('local_cache.get_jid', ['jid'], {}, 'Answers the returns of a job.'),
  fun('local_cache.get_jids', [], {}, 'Answers all jobs.'),
  fun(
    'local_cache.get_jids_filter',
    ['count'],
    { filter_find_job: true },
    'Answers the last jobs.',
  ),
  fun('local_cache.get_load', ['jid'], {}, 'Answers what a job was to do.'),
  fun('local_cache.load_reg', [], {}, 'Answers what was registered.'),
  fun('local_cache.prep_jid', [], { ...NEW_JOB, recurse_count: 0 }, 'Answers a new job id.'),
  fun('local_cache.returner', ['load'], {}, 'Keeps what a function returned.'),
  fun(
    'local_cache.save_load',
    ['jid', 'clear_load'],
    { minions: null, recurse_count: 0 },
    'Keeps what a job is to do.',
  ),
  fun(
    'local_cache.save_minions',
    ['jid', 'minions'],
    { syndic_id: null },
    'Keeps which minions a job is for.',
  ),
  fun('local_cache.save_reg', ['data'], {}, 'Keeps what is registered.'),
  fun('local_cache.update_endtime', ['jid', 'time'], {}, 'Keeps when a job ended.'),
  fun('multi_returner.clean_old_jobs', [], {}, 'Forgets jobs that are kept long enough.'),
  fun('multi_returner.get_jid', ['jid'], {}, 'Answers the returns of a job.'),
  fun('multi_returner.get_jids', [], {}, 'Answers all jobs.'),
  fun('multi_returner.get_load', ['jid'], {}, 'Answers what a job was to do.'),
  fun('multi_returner.prep_jid', [], NEW_JOB, 'Answers a new job id.'),
  fun('multi_returner.returner', ['load'], {}, 'Has several returners keep a return.'),
  fun(
    'multi_returner.save_load',
    ['jid', 'clear_load'],
    { minions: null },
    'Has several returners keep what a job is to do.',
  ),
  fun(
    'multi_returner.save_minions',
    ['jid', 'minions'],
    { syndic_id: null },
    'Has several returners keep which minions a job is for.',
  ),
  fun('rawfile_json.event_return', ['events'], {}, 'Writes events into a file.'),
  fun('rawfile_json.returner', ['ret'], {}, 'Writes what a function returned into a file.'),
  fun('syslog.prep_jid', [], NEW_JOB, 'Answers a new job id.'),
  fun(
    'syslog.returner',
    ['ret'],
    {},
    'Writes what a function returned into the log of the system.',
  ),
].toSorted(([a], [b]) => compareCodePoints(a, b));
