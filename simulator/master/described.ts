import { str } from '../python/repr.ts';
import { isDict, type PyValue } from '../python/value.ts';

/** A value of a configuration, as a message names it. */
export function described(value: PyValue): string {
  if (isDict(value)) return 'a mapping';
  if (Array.isArray(value)) {
    const strange = value.find((item) => typeof item !== 'string');
    return strange === undefined ? 'a list' : `a list that holds ${described(strange)}`;
  }
  if (value === null) return 'nothing';
  if (typeof value === 'string') return `the string ${JSON.stringify(value)}`;
  return `the ${typeof value === 'boolean' ? 'boolean' : 'number'} ${str(value)}`;
}
