import { PyTypeError } from './type-error.ts';
import { typeName } from './type-name.ts';
import type { PyValue } from './value.ts';

/**
 * What a Python `for` takes from a value: the items of a list, the keys of a dict, the characters of a text.
 *
 * @throws PyTypeError for a value that is not iterable
 */
export function iterate(value: PyValue): PyValue[] {
  if (Array.isArray(value)) return value;
  if (value instanceof Map) return [...value.keys()];
  if (typeof value === 'string') return Array.from(value);
  throw new PyTypeError(`'${typeName(value)}' object is not iterable`);
}
