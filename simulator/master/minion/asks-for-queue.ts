import { str } from '../../python/repr.ts';
import type { PyValue } from '../../python/value.ts';
import { findFunction } from '../modules/functions.ts';
import type { Profile } from '../versions/profile.ts';
import { loadArguments } from './load-arguments.ts';

/**
 * Whether a call of a state function is to wait for states that run before it: `queue=True` (Salt,
 * modules.state; seen on 3008.3).
 */
export function asksForQueue(fun: PyValue, arg: readonly PyValue[], profile: Profile): boolean {
  if (!isStateFunction(fun)) return false;
  const found = findFunction(str(fun), profile);
  return found !== undefined && loadArguments(found.signature, arg).kwargs.get('queue') === true;
}

/** Whether it is a function of the module `state`, one of which runs on a minion at a time. */
export function isStateFunction(fun: PyValue): boolean {
  return typeof fun === 'string' && fun.startsWith('state.');
}
