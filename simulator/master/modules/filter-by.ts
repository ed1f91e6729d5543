import { fnmatch } from '../../python/fnmatch.ts';
import { str } from '../../python/repr.ts';
import { PyTypeError } from '../../python/type-error.ts';
import { typeName } from '../../python/type-name.ts';
import { isDict, isTruthy, type PyDict, type PyValue } from '../../python/value.ts';
import { overlaid } from '../overlaid.ts';
import { asKey } from './arguments/key-path.ts';
import type { ExecutionCall } from './function.ts';
import { MinionError } from './minion-error.ts';

/**
 * The value in a dict whose key a value matches, else that of the default; laid over the base, and
 * under what is to be merged (utils/data.py filter_by; seen on 3006.28, 3007.15 and 3008.3).
 *
 * @param value one value or a list of them; undefined where there is none
 */
export function filterBy(call: ExecutionCall, value: PyValue | undefined): PyValue {
  const [lookup, standard, base, merge] = ['lookup_dict', 'default', 'base', 'merge'].map(
    (name) => call.arguments.named.get(name) ?? null,
  );
  if (!isDict(lookup)) throw withoutGet(lookup ?? null);
  const values = value === undefined ? [] : Array.isArray(value) ? value : [value];
  const found = matching(lookup, values) ?? lookup.get(asKey(standard ?? null)) ?? null;
  const below = isTruthy(base) ? lookup.get(asKey(base ?? null)) : undefined;
  const whole = below === undefined ? found : over(below, found);
  return isTruthy(merge) ? mergedUnder(whole, merge ?? null) : whole;
}

/** None counts as nothing found: the next of the values is tried then. */
function matching(lookup: PyDict, values: readonly PyValue[]): PyValue | undefined {
  for (const value of values) {
    const match = [...lookup].find(([key]) => fnmatch(str(value), str(key)))?.[1] ?? null;
    if (match !== null) return match;
  }
  return undefined;
}

function over(base: PyValue, found: PyValue): PyValue {
  if (found === null) return base;
  if (!isDict(base)) return found;
  if (isDict(found)) return overlaid(base, found);
  throw salt('filter_by default and look-up values must both be dictionaries.');
}

/** What `filter_by` found, under what its caller brings to be merged (modules/grains.py and modules/match.py, 3006.28 to 3008.3). */
export function mergedUnder(found: PyValue, merge: PyValue, mergesLists = false): PyValue {
  if (!isDict(merge)) throw salt('filter_by merge argument must be a dictionary.');
  if (found === null) return merge;
  if (isDict(found)) return overlaid(found, merge, mergesLists);
  throw new PyTypeError('Cannot update using non-dict types in dictupdate.update()');
}

function salt(message: string): MinionError {
  return new MinionError('Exception', message, 'salt.exceptions.SaltException');
}

function withoutGet(value: PyValue): MinionError {
  const text = `'${typeName(value)}' object has no attribute 'get'`;
  return new MinionError('Exception', text, 'AttributeError');
}
