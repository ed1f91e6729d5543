import { Instant } from '../../../python/dates/instant.ts';
import { strftime } from '../../../python/dates/strftime.ts';
import { str } from '../../../python/repr.ts';
import { copyOf, isDict, type PyDict, type PyScalar, type PyValue } from '../../../python/value.ts';

/**
 * A job of a schedule: what was said of it, and, under names that begin with `_`, what the minion
 * notes of it as time passes.
 */
export type JobData = Map<PyScalar, PyValue | Instant>;

/** What schedule.list shows of a job; the rest is the minion's own. */
const SHOWN = new Set<PyScalar>(
  (
    'name maxrunning function splay range when once once_fmt returner jid_include args kwargs ' +
    '_seconds seconds minutes hours days enabled return_job metadata cron until after ' +
    'return_config return_kwargs run_on_start skip_during_range run_after_skip_range'
  ).split(' '),
);

/** A job with notes of its own to be taken. */
export function jobData(said: PyDict): JobData {
  return copyOf(said) as PyDict;
}

/** Whether it is a job; settings of the schedule as a whole stand among them. */
export function isJob(data: JobData | PyValue | undefined): data is JobData {
  return isDict(data as PyValue);
}

/** A job as schedule.list has it. */
export function listedJob(data: JobData): PyDict {
  const shown: PyDict = new Map();
  for (const [key, value] of data)
    if (SHOWN.has(key) && key !== '_seconds' && value !== null && !(value instanceof Instant))
      shown.set(key, inWords(copyOf(value)));
  if (!shown.has('enabled')) shown.set('enabled', true);
  return shown;
}

/** A job with all its notes, as schedule.job_status has it; times are written in the format. */
export function jobStatus(data: JobData, format: string): PyDict {
  return new Map(
    [...data].map(([key, value]) => [
      key,
      value instanceof Instant ? strftime(value.microseconds, format) : copyOf(value),
    ]),
  );
}

/** The function that a job runs, under any of the names that it may stand under. */
export function functionOf(data: JobData): PyValue {
  for (const key of ['function', 'func', 'fun']) if (data.has(key)) return valueOf(data, key);
  return null;
}

/** What was said of a job; a note that is a time counts as nothing. */
export function valueOf(data: JobData, key: string): PyValue {
  const value = data.get(key) ?? null;
  return value instanceof Instant ? null : value;
}

/** A time that the minion noted, in microseconds since the epoch. */
export function noted(data: JobData, key: string): number | undefined {
  const value = data.get(key);
  return value instanceof Instant ? value.microseconds : undefined;
}

/** The job's own name. */
export function nameOf(data: JobData): string {
  return str(valueOf(data, 'name'));
}

function inWords(value: PyValue): PyValue {
  return value === 'true' ? true : value === 'false' ? false : value;
}
