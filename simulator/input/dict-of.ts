import { isDict, type PyDict } from '../python/value.ts';
import { fromJson } from './from-json.ts';
import { InputError } from './input-error.ts';

/**
 * Data that somebody gave us as a dict.
 *
 * @param what what the data is to the user: `fleet`
 * @throws InputError for anything else, and for what is no plain data
 */
export function dictOf(data: object, what: string): PyDict {
  const value = typeof data === 'object' && data !== null ? fromJson(data, what) : null;
  if (isDict(value)) return value;
  throw new InputError(`The ${what} must be an object.`);
}
