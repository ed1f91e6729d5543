import { asctime } from '../../../python/datetime.ts';
import { strftime } from '../../../python/dates/strftime.ts';
import { carried } from '../../../python/msgpack.ts';
import { str } from '../../../python/repr.ts';
import {
  copyOf,
  dict,
  isDict,
  isTruthy,
  type PyDict,
  type PyValue,
} from '../../../python/value.ts';
import { MICROSECONDS } from '../../clock.ts';
import { newJid } from '../../jid.ts';
import type { Master } from '../../master.ts';
import { takeReturn } from '../../standalone-return.ts';
import type { FunctionResult } from '../run-function.ts';
import { functionOf, nameOf, valueOf, type JobData } from './job-data.ts';

/** The retcode of a job that could not be run to its end, Salt's EX_GENERIC. */
const FAILED = 254;

/** One run of a scheduled job. */
export interface ScheduledRun {
  readonly fun: string;
  readonly args: readonly PyValue[];
  readonly kwargs: PyDict;
  /** What the minion knows of the run before its result, in the order of Salt. */
  readonly known: PyDict;
  /** Whether it is listed among the jobs that the minion is running. */
  readonly isListed: boolean;
}

/** A run of a job, about to begin (Salt, utils.schedule; seen on 3006.28, 3007.15 and 3008.3). */
export function scheduledRun(master: Master, id: string, job: JobData, pid: number): ScheduledRun {
  const said = valueOf(job, 'args');
  const args = Array.isArray(said) ? said.map(copyOf) : [];
  const kwargs = valueOf(job, 'kwargs');
  const fun = functionOf(job);
  const metadata = metadataOf(master, job);
  const known: PyDict = dict({
    id,
    fun,
    fun_args: [...args, ...(job.has('kwargs') ? [copyOf(kwargs)] : [])],
    schedule: nameOf(job),
    jid: newJid(master.clock),
    ...(metadata !== undefined && { metadata }),
    pid,
  });
  const isListed = !job.has('jid_include') || isTruthy(valueOf(job, 'jid_include'));
  return {
    fun: str(fun),
    args,
    kwargs: isDict(kwargs) ? (copyOf(kwargs) as PyDict) : new Map(),
    known,
    isListed,
  };
}

/** The metadata of a job, to which the minion adds the time in three ways. */
function metadataOf({ clock }: Master, job: JobData): PyDict | undefined {
  const said = valueOf(job, 'metadata');
  if (!isDict(said)) return undefined;
  const now = clock.now();
  const times = { _TOS: '+0000', _TS: asctime(now), _TT: strftime(now, '%Y %B %d %a %H %m') };
  return new Map([...(copyOf(said) as PyDict), ...dict(times)]);
}

/** A result comes to the master as a return that nobody asked for, unless the job says that it does not. */
export function returnScheduled(
  master: Master,
  job: JobData,
  { known, fun }: ScheduledRun,
  result: FunctionResult,
): void {
  const returnJob = job.has('return_job') ? valueOf(job, 'return_job') : true;
  if (!isTruthy(returnJob)) return;
  const load: PyDict = new Map<string, PyValue>([
    ['cmd', '_return'],
    ...(known as Map<string, PyValue>),
    ...outcome(fun, result),
    ['_stamp', master.events.stamp()],
  ]);
  if (!isTruthy(valueOf(job, 'returner')))
    load.set('jid', returnJob === 'nocache' ? 'nocache' : 'req');
  if (result.failed === undefined && result.out !== undefined) load.set('out', result.out);
  load.set('ts', Math.floor(master.clock.now() / MICROSECONDS));
  takeReturn(master, load);
}

/** Whatever goes wrong is one text; a result is a success, whatever it says. */
function outcome(fun: string, { failed, value, ownRetcode }: FunctionResult): [string, PyValue][] {
  if (failed === undefined)
    return [
      ['return', carried(value)],
      ['retcode', ownRetcode ?? 0],
      ['success', true],
    ];
  const text =
    failed === 'running' ? `Unhandled exception running ${fun}` : `'${fun}' is not available.`;
  return [
    ['return', text],
    ['success', false],
    ['retcode', FAILED],
  ];
}
