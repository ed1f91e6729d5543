import { loads } from '../python/json-loads.ts';
import type { PyValue } from '../python/value.ts';
import { InputError } from './input-error.ts';
import { shown } from './shown.ts';

/**
 * Plain JavaScript data as Python's values, by way of JSON; a `Map` stays as it is.
 *
 * @param what what the data is to the user: `fleet`
 * @throws InputError with the path of a value that JSON leaves out or cannot hold
 */
export function fromJson(data: object, what: string): PyValue {
  if (data instanceof Map) return data as PyValue;
  const fault = faultIn(data, new Set());
  if (fault === undefined) return loads(JSON.stringify(data));
  const where = fault.path.length === 0 ? 'is' : `has at ${fault.path.join('.')}`;
  throw new InputError(`The ${what} ${where} ${fault.is}; it must be plain data, as JSON holds.`);
}

/** A value that is no plain data: where, and what it is. */
interface Fault {
  readonly path: readonly string[];
  readonly is: string;
}

/** What JSON leaves out of an object or cannot hold; an undefined value is as good as absent. */
function faultIn(value: unknown, around: Set<object>): Fault | undefined {
  if (typeof value === 'number' && !Number.isFinite(value)) return { path: [], is: shown(value) };
  if (['bigint', 'function', 'symbol'].includes(typeof value))
    return { path: [], is: `a ${typeof value}` };
  if (typeof value !== 'object' || value === null || 'toJSON' in value) return undefined;
  if (around.has(value)) return { path: [], is: 'itself again' };
  const kind: unknown = Object.getPrototypeOf(value);
  if (!Array.isArray(value) && kind !== null && Object.getPrototypeOf(kind) !== null)
    return { path: [], is: `a ${value.constructor.name}` };
  around.add(value);
  for (const [key, item] of Object.entries(value)) {
    const fault = faultIn(item, around);
    if (fault !== undefined) return { path: [key, ...fault.path], is: fault.is };
  }
  around.delete(value);
  return undefined;
}
