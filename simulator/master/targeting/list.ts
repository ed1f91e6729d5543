import type { PyValue } from '../../python/value.ts';
import type { Minion } from '../fleet.ts';
import type { TargetMatch } from './target.ts';

/** The ids of a `list` target: a list, or a text with commas; blanks are part of an id, empty items are not. */
export function idsOf(target: PyValue): string[] {
  if (typeof target === 'string') return target.split(',').filter((id) => id !== '');
  return Array.isArray(target) ? target.map(String) : [];
}

/** `list`: exact ids in the order given, with those nobody has apart. */
export function matchList(candidates: readonly Minion[], target: PyValue): TargetMatch {
  const known = new Set(candidates.map(({ id }) => id));
  const ids = idsOf(target);
  return {
    minions: ids.filter((id) => known.has(id)),
    missing: ids.filter((id) => !known.has(id)),
  };
}
