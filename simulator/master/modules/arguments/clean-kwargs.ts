import { str } from '../../../python/repr.ts';
import type { PyDict } from '../../../python/value.ts';
import type { ExecutionCall } from '../function.ts';
import { MinionError } from '../minion-error.ts';

/** The keyword arguments that the caller gave, without those that the minion adds. */
export function cleanKwargs({ arguments: { kwargs } }: ExecutionCall): PyDict {
  return new Map([...kwargs].filter(([name]) => !str(name).startsWith('__')));
}

/** @throws MinionError for keyword arguments other than these, in a function that takes them all */
export function expectKwargs(call: ExecutionCall, known: readonly string[]): PyDict {
  const kwargs = cleanKwargs(call);
  const others = [...kwargs].filter(([name]) => !known.includes(str(name)));
  if (others.length === 0) return kwargs;
  const list = others.map(([name, value]) => `${str(name)}=${str(value)}`).join(', ');
  throw new MinionError(
    'SaltInvocationError',
    `The following keyword arguments are not valid: ${list}`,
  );
}
