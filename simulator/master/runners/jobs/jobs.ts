import { compareCodePoints } from '../../../python/compare.ts';
import { str } from '../../../python/repr.ts';
import { signature } from '../../../python/signature.ts';
import { PyTypeError } from '../../../python/type-error.ts';
import { typeName } from '../../../python/type-name.ts';
import { dict, isTruthy, PyFloat, type PyDict, type PyValue } from '../../../python/value.ts';
import { MasterFunctionError } from '../../clients/master-function-error.ts';
import type { MasterCall, MasterModule } from '../../clients/master-function.ts';
import { jidToTime } from '../../jid.ts';
import { activeJobs, masterJobs } from './active-jobs.ts';
import { describeJob, jobInFull, passesFilters } from './job-listing.ts';

/** The `jobs` runner: what the job cache knows, and what minions are running (salt-core §5). */
export const jobs: MasterModule = {
  list_jobs: {
    signature: signature('list_jobs', [], {
      ext_source: null,
      outputter: null,
      search_metadata: null,
      search_function: null,
      search_target: null,
      start_time: null,
      end_time: null,
      display_progress: false,
    }),
    doc: 'Answers every job in the cache, or those that pass the filters.',
    run: (call) => wrapped(call, listJobs(call)),
  },
  list_jobs_filter: {
    signature: signature('list_jobs_filter', ['count'], {
      filter_find_job: true,
      ext_source: null,
      outputter: null,
      display_progress: false,
    }),
    doc: 'Answers the newest jobs, oldest first.',
    run: (call) => wrapped(call, newestJobs(call)),
  },
  list_job: {
    signature: signature('list_job', ['jid'], { ext_source: null, display_progress: false }),
    doc: 'Answers one job with its minions and their returns.',
    run: (call) => {
      const jid = named(call, 'jid');
      return new Map<string, PyValue>([
        ['jid', jid],
        ...(lookUp(call, jid) as Map<string, PyValue>),
      ]);
    },
  },
  print_job: {
    signature: signature('print_job', ['jid'], { ext_source: null }),
    doc: 'Answers one job, under its jid.',
    run: (call) => {
      const jid = named(call, 'jid');
      return new Map([
        [typeof jid === 'object' && jid !== null ? str(jid) : jid, lookUp(call, jid)],
      ]);
    },
  },
  lookup_jid: {
    signature: signature('lookup_jid', ['jid'], {
      ext_source: null,
      returned: true,
      missing: false,
      display_progress: false,
    }),
    doc: 'Answers what the minions returned for a job.',
    run: lookUpReturns,
  },
  exit_success: {
    signature: signature('exit_success', ['jid'], { ext_source: null }),
    doc: 'Answers by minion whether it returned something true.',
    run: (call) => {
      const job = call.master.jobs.get(str(named(call, 'jid')));
      const minions = (job?.minions ?? []).toSorted(compareCodePoints);
      const outcome = new Map<string, PyValue>(minions.map((id) => [id, false]));
      for (const [id, fields] of job?.returns ?? [])
        if (isTruthy(fields.return)) outcome.set(id, true);
      return outcome;
    },
  },
  active: {
    signature: signature('active', [], { display_progress: false }),
    doc: 'Answers the jobs that minions are running now.',
    run: activeJobs,
  },
  master: {
    signature: signature('master'),
    doc: 'Answers the jobs that the master itself is running.',
    run: masterJobs,
  },
  last_run: {
    signature: signature('last_run', [], {
      ext_source: null,
      outputter: null,
      metadata: null,
      function: null,
      target: null,
      display_progress: false,
    }),
    doc: 'Answers the newest job that passes the filters, or false.',
    run: (call) => {
      const filters = {
        metadata: named(call, 'metadata'),
        fun: named(call, 'function'),
        target: named(call, 'target'),
      };
      const last = call.master.jobs
        .all()
        .findLast((job) => passesFilters(describeJob(job), filters));
      return last === undefined ? false : new Map([[last.jid, jobInFull(last.jid, last)]]);
    },
  },
};

function named(call: MasterCall, name: string): PyValue {
  return call.arguments.named.get(name) ?? null;
}

/** `outputter` wraps a listing for the command line. */
function wrapped(call: MasterCall, listing: PyValue): PyValue {
  const outputter = named(call, 'outputter');
  return isTruthy(outputter) ? dict({ outputter, data: listing }) : listing;
}

function listJobs(call: MasterCall): PyDict {
  const filters = {
    metadata: named(call, 'search_metadata'),
    fun: named(call, 'search_function'),
    target: named(call, 'search_target'),
  };
  const [start, end] = [timeOf(call, 'start_time'), timeOf(call, 'end_time')];
  const listing: PyDict = new Map();
  for (const job of call.master.jobs.all()) {
    const entry = describeJob(job);
    entry.set('StartTime', jidToTime(job.jid));
    const inTime =
      (start === undefined || job.jid >= start) && (end === undefined || job.jid <= end);
    if (inTime && passesFilters(entry, filters)) listing.set(job.jid, entry);
  }
  return listing;
}

/**
 * The jid that a time given as text would have.
 *
 * @throws MasterFunctionError for a text that is no date
 * @throws PyTypeError for what is no text
 */
function timeOf(call: MasterCall, name: string): string | undefined {
  const text = named(call, name);
  if (!isTruthy(text)) return undefined;
  if (typeof text !== 'string')
    throw new PyTypeError(`Parser must be a string or character stream, not ${typeName(text)}`);
  const parts = text.replace(/^(\d{4}), /, '$1 ').replace(/^(\d{4})(\d\d)(\d\d)$/, '$1-$2-$3');
  const time = Date.parse(`${parts} UTC`);
  if (Number.isNaN(time))
    throw new MasterFunctionError(
      'dateutil.parser._parser.ParserError',
      `Unknown string format: ${text}`,
    );
  return new Date(time)
    .toISOString()
    .replace(/[-:.TZ]/g, '')
    .padEnd(20, '0');
}

/** @throws PyTypeError for a count that is no number */
function newestJobs(call: MasterCall): PyDict[] {
  const asked = named(call, 'count');
  if (!['bool', 'float', 'int'].includes(typeName(asked))) {
    const text = `'>' not supported between instances of 'int' and '${typeName(asked)}'`;
    throw new PyTypeError(text);
  }
  const count = Math.floor(asked instanceof PyFloat ? asked.value : Number(asked));
  if (count <= 0) return [];
  const filterFindJob = isTruthy(named(call, 'filter_find_job'));
  return call.master.jobs
    .all()
    .filter((job) => !filterFindJob || job.load.fun !== 'saltutil.find_job')
    .slice(-count)
    .map((job) => describeJob(job).set('JID', job.jid).set('StartTime', jidToTime(job.jid)));
}

/** @throws MasterFunctionError for a jid whose digits are no time */
function lookUp(call: MasterCall, jid: PyValue): PyDict {
  return jobInFull(str(jid), call.master.jobs.get(str(jid)));
}

/** The outputter of the first return decides whether the answer is wrapped for the command line. */
function lookUpReturns(call: MasterCall): PyValue {
  const job = call.master.jobs.get(str(named(call, 'jid')));
  const answer: PyDict = new Map();
  if (isTruthy(named(call, 'returned'))) {
    for (const [id, fields] of job?.returns ?? []) answer.set(id, fields.return ?? null);
  }
  if (isTruthy(named(call, 'missing'))) {
    const silent = (job?.minions ?? []).filter((id) => !job?.returns.has(id));
    for (const id of silent) answer.set(id, 'Minion did not return');
  }
  const [first] = job?.returns.values() ?? [];
  const outputter = first?.out;
  return outputter === undefined ? answer : dict({ outputter, data: answer });
}
