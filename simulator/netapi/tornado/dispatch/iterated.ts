import { typeName } from '../../../python/type-name.ts';
import { SaltError } from '../../../master/salt-error.ts';
import { isDict, type PyValue } from '../../../python/value.ts';

/** What Python's iteration makes of `arg`: of a text its characters (seen on 3006.28, 3007.15 and 3008.3). */
export function iterated(arg: PyValue): PyValue[] {
  if (Array.isArray(arg)) return arg;
  if (typeof arg === 'string') return Array.from(arg);
  if (isDict(arg)) return [...arg.keys()];
  throw new SaltError('other', `'${typeName(arg)}' object is not iterable`);
}
