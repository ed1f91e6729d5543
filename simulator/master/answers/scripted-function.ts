import { signature } from '../../python/signature.ts';
import { PyTypeError } from '../../python/type-error.ts';
import type { ExecutionFunction } from '../modules/function.ts';
import { MinionError, SALT_EXCEPTIONS } from '../modules/minion-error.ts';
import type { ScriptedOutcome } from './scripted-rule.ts';

/** The signature of a scripted function: it takes any arguments as they come. */
export const ANYTHING = signature('scripted', [], {}, { varargs: true, kwargs: true });

/** A function that there is by a script alone, as others are told of it. */
export const UNDOCUMENTED: ExecutionFunction = { signature: ANYTHING, doc: '', run: () => null };

/**
 * A function that ends as a script says, whatever its arguments; documentation and outputter are
 * those of the built-in function it stands for, if there is one.
 */
export function scriptedFunction(
  outcome: Extract<ScriptedOutcome, { how: 'return' | 'exception' }>,
  builtIn: ExecutionFunction | undefined,
): ExecutionFunction {
  return {
    doc: '',
    ...builtIn,
    signature: ANYTHING,
    run: (call) => {
      if (outcome.how === 'exception') throw raised(outcome.kind, outcome.message);
      call.setRetcode(outcome.retcode);
      return outcome.value;
    },
  };
}

function raised(kind: string, message: string): Error {
  if (kind === 'TypeError') return new PyTypeError(message);
  const known = SALT_EXCEPTIONS.find((name) => name === kind.replace(/^salt\.exceptions\./, ''));
  return new MinionError(known ?? 'Exception', message, kind);
}
