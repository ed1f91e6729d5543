import { traceback } from '../../python/traceback.ts';

/** An exception inside a runner or wheel function, or before it ran; its text reaches the client. */
export class MasterFunctionError extends Error {
  override readonly name = 'MasterFunctionError';
  /** The Python class, without its module where Salt's own. */
  readonly pythonClass: string;
  constructor(pythonClass: string, message: string) {
    super(message);
    this.pythonClass = pythonClass;
  }
}

const SALT_EXCEPTIONS = new Set(['CommandExecutionError', 'SaltInvocationError']);

/** The exception as Python prints it. */
export function tracebackOf({ pythonClass, message }: MasterFunctionError): string {
  const name = SALT_EXCEPTIONS.has(pythonClass) ? `salt.exceptions.${pythonClass}` : pythonClass;
  return traceback(`${name}: ${message}`);
}
