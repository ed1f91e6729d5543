import { isTruthy } from '../../../python/value.ts';
import type { ExecutionCall } from '../function.ts';

/** Whether a call asks by `test` among its keyword arguments what would be done, and for nothing more. */
export function isTest({ arguments: { kwargs } }: ExecutionCall): boolean {
  return isTruthy(kwargs.get('test'));
}
