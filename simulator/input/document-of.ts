import { copyOf, type PyDict } from '../python/value.ts';
import { dictOf } from './dict-of.ts';
import { readDocument } from './read-document.ts';

/**
 * What somebody gave as a file's path or as plain data; a copy of what is standard where nothing was given.
 *
 * @throws InputError for a file that cannot be read, and for what is no plain data
 */
export function documentOf(
  source: string | object | undefined,
  what: string,
  standard: PyDict,
): PyDict {
  if (source === undefined) return copyOf(standard) as PyDict;
  return typeof source === 'string' ? readDocument(source, what) : dictOf(source, what);
}
