import { isDict, isTruthy, type PyDict, type PyValue } from '../../../python/value.ts';

/**
 * A pillar value with stars in the place of all that it tells, as Salt 3008 shows it; what Python
 * takes for false stays as it is (utils/secret.py serial, 3008.3).
 */
export function masked(value: PyDict): PyDict;
export function masked(value: PyValue): PyValue;
export function masked(value: PyValue): PyValue {
  if (Array.isArray(value)) return value.map((item) => masked(item));
  if (isDict(value)) return new Map([...value].map(([key, item]) => [key, masked(item)]));
  return isTruthy(value) ? '**********' : value;
}
