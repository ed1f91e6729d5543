import { loads } from '../python/json-loads.ts';
import type { PyValue } from '../python/value.ts';

/** Plain JavaScript data as Python's values, by way of JSON; a `Map` stays as it is. */
export function fromJson(data: object): PyValue {
  return data instanceof Map ? (data as PyValue) : loads(JSON.stringify(data));
}
