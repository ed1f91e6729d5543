import { integerOf } from '../../python/int.ts';
import { PyFloat, type PyValue } from '../../python/value.ts';
import { SaltError } from '../salt-error.ts';

/**
 * The `timeout` of a chunk in seconds, an int or the text of one; anything else gives the master's.
 *
 * @throws SaltError where it leaves no time at all: to the client a plain 500
 */
export function timeoutOf(value: PyValue | undefined, standard: number): number {
  const seconds = isFloat(value) ? undefined : integerOf(value);
  if (seconds !== undefined && seconds <= 0) throw new SaltError('other', 'no time is left');
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
