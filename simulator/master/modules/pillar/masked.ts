import { isDict, type PyValue } from '../../../python/value.ts';

/** A pillar value with stars in the place of all that it tells, as Salt 3008 shows it. */
export function masked(value: PyValue): PyValue {
  if (Array.isArray(value)) return value.map(masked);
  if (isDict(value)) return new Map([...value].map(([key, item]) => [key, masked(item)]));
  return value === '' ? '' : '**********';
}
