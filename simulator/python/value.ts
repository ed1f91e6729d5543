/**
 * The values a Salt master handles, as Python sees them.
 *
 * JavaScript loses three things that reach the wire: the order of integer-like dict keys, the
 * difference between 1 and 1.0, and integers beyond 2^53 (a jid is one). So a dict is a `Map`, an
 * integer outside the safe range is a `bigint`, and a float that JavaScript would print as an
 * integer is a `PyFloat`. A plain `number` is an int when it is a safe integer, else a float.
 */
export type PyValue = PyScalar | PyValue[] | PyDict;

/** A value that can be a dict key as well. */
export type PyScalar = null | boolean | number | bigint | PyFloat | string;

/** A Python dict: keeps insertion order; JSON makes only string keys, YAML any scalar. */
export type PyDict = Map<PyScalar, PyValue>;

/** A Python float that a plain number cannot show: 1.0, -0.0, 1e16, inf and nan. */
export class PyFloat {
  readonly value: number;
  constructor(value: number) {
    this.value = value;
  }
}

/** A Python float, boxed only where a plain number would read as an int. */
export function float(value: number): number | PyFloat {
  return Number.isInteger(value) || !Number.isFinite(value) ? new PyFloat(value) : value;
}

/**
 * A dict with these entries, in this order.
 *
 * For literals with known keys; keys that came from outside may look like integers, which an
 * object literal would reorder: build a `Map` from entries for those.
 */
export function dict(literal: Readonly<Record<string, PyValue>>): PyDict {
  return new Map(Object.entries(literal));
}

/** A value that shares no list and no dict with this one; `structuredClone` would lose floats. */
export function copyOf(value: PyValue): PyValue {
  if (Array.isArray(value)) return value.map(copyOf);
  if (value instanceof Map) return new Map([...value].map(([key, item]) => [key, copyOf(item)]));
  return value;
}

/** Python's `dict.get(key, standard)`: the standard stands for a key that is not there, not for None. */
export function getOr(dict: PyDict, key: PyScalar, standard: PyValue): PyValue {
  const value = dict.get(key);
  return value === undefined ? standard : value;
}

/** The entries of a dict with these keys, in the order of the keys. */
export function pick(dict: PyDict, keys: readonly PyScalar[]): PyDict {
  return new Map(keys.filter((key) => dict.has(key)).map((key) => [key, dict.get(key) ?? null]));
}

/** Whether the value is a Python dict. */
export function isDict(value: PyValue | undefined): value is PyDict {
  return value instanceof Map;
}

/** Whether Python's `bool(value)` is true; an absent value is false. */
export function isTruthy(value: PyValue | undefined): boolean {
  if (value instanceof PyFloat) return value.value !== 0;
  if (Array.isArray(value)) return value.length > 0;
  if (value instanceof Map) return value.size > 0;
  return Boolean(value);
}
