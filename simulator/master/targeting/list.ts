import { PyException } from '../../python/exception.ts';
import { str } from '../../python/repr.ts';
import { isDict, type PyValue } from '../../python/value.ts';
import type { Minion } from '../fleet.ts';
import type { TargetMatch } from './target.ts';

/** The ids of a `list` target: a list, or a text with commas; blanks are part of an id, empty items are not. */
export function idsOf(target: PyValue): string[] {
  return itemsOf(target).map(str);
}

function itemsOf(target: PyValue): readonly PyValue[] {
  if (typeof target === 'string') return target.split(',').filter((id) => id !== '');
  if (isDict(target)) return [...target.keys()];
  return Array.isArray(target) ? target : [];
}

/**
 * `list`: exact ids in the order given, with those nobody has apart.
 *
 * @param refusesOddIds whether an id that could name no key ends it, as where each is looked up
 * @throws PyException for such an id
 */
export function matchList(
  candidates: readonly Minion[],
  target: PyValue,
  refusesOddIds: boolean,
): TargetMatch {
  if (refusesOddIds && !itemsOf(target).every(mayNameKey))
    throw new PyException('an item of the list can be no name of a key');
  const known = new Set(candidates.map(({ id }) => id));
  const ids = idsOf(target);
  return {
    minions: ids.filter((id) => known.has(id)),
    missing: ids.filter((id) => !known.has(id)),
  };
}

function mayNameKey(id: PyValue): boolean {
  return typeof id === 'string' && id !== '' && id !== '..' && !/[/\\\0]/.test(id);
}
