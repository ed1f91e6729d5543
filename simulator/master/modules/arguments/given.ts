import type { PyValue } from '../../../python/value.ts';
import type { ExecutionCall } from '../function.ts';

/** An argument of a call by its name, whether the line names it among its parameters or takes any. */
export function given({ arguments: { named, kwargs } }: ExecutionCall, name: string): PyValue {
  return named.get(name) ?? kwargs.get(name) ?? null;
}
