import { compareIgnoringCase } from '../../python/compare.ts';
import { fnmatch } from '../../python/fnmatch.ts';
import type { PyValue } from '../../python/value.ts';
import type { Minion } from '../fleet.ts';

/** Whether a glob target is what Salt 3008 reads as several globs: a list, or a text with commas. */
export function isGlobList(target: PyValue): target is string | PyValue[] {
  return Array.isArray(target) || (typeof target === 'string' && target.includes(','));
}

/** The ids that the globs name; one that two of them name is there twice. */
export function matchGlobList(candidates: readonly Minion[], target: string | PyValue[]): string[] {
  const patterns = typeof target === 'string' ? target.split(',') : target.map(String);
  return candidates
    .flatMap(({ id }) => patterns.filter((pattern) => fnmatch(id, pattern)).map(() => id))
    .toSorted(compareIgnoringCase);
}
