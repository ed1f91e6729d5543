import { PyTypeError } from '../../../python/type-error.ts';
import { typeName } from '../../../python/type-name.ts';
import { isDict, type PyScalar, type PyValue } from '../../../python/value.ts';

/**
 * The keys that a key of grains or pillar leads along: a text is split at the delimiter, a list is
 * one already, of a dict its keys, an integer is alone (utils/data.py; seen on 3006.28 to 3008.3).
 *
 * @throws PyTypeError for what Python cannot go through
 */
export function keyPath(key: PyValue, delimiter: string): readonly PyValue[] {
  if (typeof key === 'string') return key.split(delimiter);
  if (Array.isArray(key)) return key;
  if (isDict(key)) return [...key.keys()];
  if (isInteger(key)) return [key];
  throw new PyTypeError(`'${typeName(key)}' object is not iterable`);
}

/** Python counts a boolean as an integer. */
function isInteger(key: PyScalar): boolean {
  if (typeof key === 'number') return Number.isSafeInteger(key);
  return typeof key === 'boolean' || typeof key === 'bigint';
}

/**
 * A value as a key of a dict.
 *
 * @throws PyTypeError for a list or dict
 */
export function asKey(key: PyValue): PyScalar {
  if (!Array.isArray(key) && !isDict(key)) return key;
  throw new PyTypeError(`unhashable type: '${typeName(key)}'`);
}
