/** The exceptions of Salt that a minion has words of its own for; of all others it shows the traceback. */
export const SALT_EXCEPTIONS = [
  'SaltInvocationError',
  'SaltClientError',
  'CommandExecutionError',
  'CommandNotFoundError',
] as const;

/**
 * An exception inside an execution function, by the class Salt tells apart; the minion turns it
 * into a text (salt-core §3.6).
 */
export class MinionError extends Error {
  override readonly name = 'MinionError';
  readonly kind: (typeof SALT_EXCEPTIONS)[number] | 'Exception';
  /** The Python class in a traceback's last line, for `Exception` kinds. */
  readonly pythonClass: string;
  constructor(kind: MinionError['kind'], message: string, pythonClass = 'Exception') {
    super(message);
    this.kind = kind;
    this.pythonClass = pythonClass;
  }
}
