import { iterate } from './iterate.ts';
import { PyTypeError } from './type-error.ts';
import { PyException } from './exception.ts';
import { isDict, type PyDict, type PyValue } from './value.ts';

/**
 * What Python's `dict.update` puts into a dict: a dict's entries, or pairs, whatever they are held
 * in (seen with CPython 3.11).
 *
 * @throws PyException, PyTypeError in Python's words for what holds no pairs of a text and a value
 */
export function updateDict(into: PyDict, from: PyValue): void {
  if (isDict(from)) for (const [name, value] of from) into.set(name, value);
  else for (const [at, item] of iterate(from).entries()) into.set(...pairOf(item, at));
}

function pairOf(item: PyValue, at: number): [string, PyValue] {
  const isSequence = typeof item === 'string' || Array.isArray(item) || isDict(item);
  if (!isSequence)
    throw new PyTypeError(`cannot convert dictionary update sequence element #${at} to a sequence`);
  const items = iterate(item);
  const [key = null, value = null] = items;
  if (items.length !== 2)
    throw new PyException(
      `dictionary update sequence element #${at} has length ${items.length}; 2 is required`,
    );
  if (isDict(key)) throw new PyTypeError("unhashable type: 'dict'");
  if (Array.isArray(key)) throw new PyTypeError("unhashable type: 'list'");
  // A dict takes any key; it is as names of arguments that they have to be texts.
  if (typeof key !== 'string') throw new PyTypeError('keywords must be strings');
  return [key, value];
}
