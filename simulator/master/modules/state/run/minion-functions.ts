import { isTruthy, type PyDict, type PyValue } from '../../../../python/value.ts';
import type { ExecutionCall } from '../../function.ts';

/** The functions of the minion that states run on, as conditions of states call them. */
export class MinionFunctions {
  readonly #call: ExecutionCall['call'];
  /** What the functions that set a retcode have left behind, for all of a run. */
  #retcode: PyValue = 0;

  constructor(call: ExecutionCall['call']) {
    this.#call = call;
  }

  get retcode(): PyValue {
    return this.#retcode;
  }

  /** What a function answers; one that takes its time is not waited for, and answers True. */
  call(fun: string, args: readonly PyValue[], kwargs: PyDict): PyValue {
    const { value, retcode } = this.#call(fun, args, kwargs);
    if (retcode !== undefined) this.#retcode = retcode;
    return value instanceof Promise ? true : value;
  }

  /** The retcode of a command, which counts as none that was set. */
  retcodeOf(command: PyValue, options: PyDict): PyValue {
    const quiet = [
      ['ignore_retcode', true],
      ['python_shell', true],
    ] as const;
    const retcode = this.call('cmd.retcode', [command], new Map([...quiet, ...options]));
    this.#retcode = 0;
    return retcode;
  }

  /** Whether a function has left a retcode behind that tells of a failure. */
  get hasFailed(): boolean {
    return isTruthy(this.#retcode);
  }
}
