import { isDict, type PyDict, type PyScalar, type PyValue } from '../../python/value.ts';

/** What Python raises for a key or an index that an event does not have, or for what is no list. */
export class MissingKey extends Error {}

/**
 * The value under a key.
 *
 * @throws MissingKey
 */
export function get(data: PyDict, name: string): PyValue {
  const value = data.get(name);
  if (value === undefined) throw new MissingKey(name);
  return value;
}

/** The dict under a key, put there where it is missing. */
export function within(data: PyDict, name: PyScalar): PyDict {
  const known = data.get(name);
  if (isDict(known)) return known;
  const made: PyDict = new Map();
  data.set(name, made);
  return made;
}

/**
 * The texts in a list.
 *
 * @throws MissingKey for what is no list
 */
export function listOf(value: PyValue): string[] {
  if (!Array.isArray(value)) throw new MissingKey('0');
  return value.filter((item) => typeof item === 'string');
}

/**
 * A value as a key.
 *
 * @throws MissingKey for what cannot be one
 */
export function keyOf(value: PyValue): PyScalar {
  if (typeof value === 'object' && value !== null) throw new MissingKey('unhashable');
  return value;
}
