import { isTruthy, type PyValue } from '../../../python/value.ts';

/** Whether Salt takes a value for true: of texts that is `true` alone, in whatever letters. */
export function isTrue(value: PyValue | undefined): boolean {
  return typeof value === 'string' ? value.toLowerCase() === 'true' : isTruthy(value);
}
