import type { PyValue } from '../../../python/value.ts';

/** What was found, None as well; the standard stands only for what is not there. */
export function orDefault(found: PyValue | undefined, standard: PyValue): PyValue {
  return found === undefined ? standard : found;
}
