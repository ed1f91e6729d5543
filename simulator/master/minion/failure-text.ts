import { traceback } from '../../python/traceback.ts';
import { PyTypeError } from '../../python/type-error.ts';
import { docstring } from '../docstring.ts';
import { MinionError } from '../modules/minion-error.ts';

/** The line of a traceback that names the exception: `TypeError: ping() takes 0 ...`. */
export function lastTracebackLine(error: unknown): string {
  if (error instanceof PyTypeError) return `TypeError: ${error.message}`;
  if (!(error instanceof MinionError)) throw error;
  const name = error.kind === 'Exception' ? error.pythonClass : `salt.exceptions.${error.kind}`;
  return error.message === '' ? name : `${name}: ${error.message}`;
}

/**
 * What a minion returns in place of a result when the function failed (salt-core §3.6).
 *
 * A traceback is Python's to show; ours has its first and last lines.
 */
export function failureText(fun: string, doc: string, error: unknown): string {
  if (error instanceof PyTypeError) {
    return `Passed invalid arguments to ${fun}: ${error.message}\n${docstring(doc)}`;
  }
  if (error instanceof MinionError) {
    switch (error.kind) {
      case 'SaltInvocationError':
      case 'SaltClientError':
        return `ERROR executing '${fun}': ${error.message}`;
      case 'CommandExecutionError':
        return `ERROR: ${error.message}`;
      case 'CommandNotFoundError':
        return `Command required for '${fun}' not found: ${error.message}`;
      case 'Exception':
        return `The minion function caused an exception: ${traceback(lastTracebackLine(error))}`;
    }
  }
  throw error;
}
