import { integerOf } from '../../python/int.ts';
import { PyFloat, type PyValue } from '../../python/value.ts';
import { SaltError } from '../salt-error.ts';

/** What the client library says of a master that does not answer in time (seen on 3006.28, 3007.15 and 3008.3). */
const TIMED_OUT =
  'Salt request timed out. The master is not responding. You may need to run your command with `--async` in order to bypass the congested event bus. With `--async`, the CLI tool will print the job id (jid) and exit immediately without listening for responses. You can then use `salt-run jobs.lookup_jid` to look up the results of the job in the job cache later.';

/**
 * The `timeout` of a chunk in seconds, an int or the text of one; anything else gives the master's.
 *
 * @throws SaltError where it leaves no time at all: to the client a plain 500
 */
export function timeoutOf(value: PyValue | undefined, standard: number): number {
  const seconds = isFloat(value) ? undefined : integerOf(value);
  if (seconds !== undefined && seconds <= 0) throw new SaltError('other', TIMED_OUT);
  return seconds ?? standard;
}

/**
 * The `gather_job_timeout` of a chunk in seconds, the master's where it has none.
 *
 * @throws SaltError for what Python's `int` does not take: to the client a plain 500
 */
export function gatherJobTimeoutOf(value: PyValue | undefined, standard: number): number {
  if (value === undefined) return standard;
  const seconds = integerOf(value);
  if (seconds === undefined) throw new SaltError('other', 'gather_job_timeout must be a number');
  return seconds;
}

function isFloat(value: PyValue | undefined): boolean {
  return value instanceof PyFloat || (typeof value === 'number' && !Number.isInteger(value));
}
