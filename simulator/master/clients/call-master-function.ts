import { bind } from '../../python/bind.ts';
import { PyTypeError } from '../../python/type-error.ts';
import { isDict, isTruthy, type PyDict, type PyValue } from '../../python/value.ts';
import type { Master } from '../master.ts';
import { cachedReturn } from '../job-cache.ts';
import type { MasterCall, MasterFunction, MasterFunctions } from './master-function.ts';
import { MasterFunctionError, tracebackOf } from './master-function-error.ts';
import { succeeded } from './state-result.ts';

/** One call of a runner or wheel function, under the jid and tag it runs by. */
export interface FunctionRun {
  readonly kind: 'runner' | 'wheel';
  readonly fun: string;
  readonly jid: string;
  /** `salt/run/<jid>` or `salt/wheel/<jid>`. */
  readonly tag: string;
  readonly user: PyValue;
  /** Whether the call goes to the job cache under its jid. */
  readonly stored: boolean;
  /** Whether an exception before the function ran goes to the caller instead of into `return`. */
  readonly raisesEarlyFailure: boolean;
  /** The arguments as the function gets them; an exception here is one before the function ran. */
  arguments(fun: MasterFunction): CallArguments;
}

/** The arguments of a call, or what a client took for them. */
export interface CallArguments {
  readonly args: readonly PyValue[];
  /** A dict, where there is no error. */
  readonly kwargs: PyValue;
  /** What Python says of keyword arguments that are no dict. */
  readonly error?: string;
}

/**
 * Runs a runner or wheel function and fires its events: `new` once its arguments are known, `ret`
 * when it is done (salt-core §8.3, §8.4).
 *
 * Whatever goes wrong becomes a text in `return`.
 *
 * @returns the data of the `ret` event
 * @throws MasterFunctionError only before the function ran, where the run asks for it
 */
export async function callMasterFunction(
  master: Master,
  functions: MasterFunctions,
  run: FunctionRun,
): Promise<PyDict> {
  const data: PyDict = new Map<string, PyValue>([
    ['fun', `${run.kind}.${run.fun}`],
    ['jid', run.jid],
    ['user', run.user],
  ]);
  const fire = (suffix: string, payload: PyDict): void =>
    void master.events.fire(`${run.tag}/${suffix}`, payload);
  try {
    const found = functions.get(run.fun);
    if (found === undefined) {
      throw new MasterFunctionError('CommandExecutionError', `'${run.fun}' is not available.`);
    }
    const given = run.arguments(found);
    const { args, kwargs } = given;
    data.set('fun_args', isTruthy(kwargs) ? [...args, kwargs] : [...args]);
    fire('new', data);
    const announced: PyDict = new Map(data);
    const context = { master, jid: run.jid, announced, fire };
    data.set('return', await resultOf(found, given, context));
    const value = data.get('return') ?? null;
    const states = isDict(value) ? value.get('data') : undefined;
    data.set('success', states === undefined || succeeded(states));
  } catch (error) {
    const ranAtAll = data.has('fun_args');
    if (!(error instanceof MasterFunctionError) || (run.raisesEarlyFailure && !ranAtAll))
      throw error;
    data.set('return', `Exception occurred in ${run.kind} ${run.fun}: ${tracebackOf(error)}`);
    data.set('success', false);
    data.set('retcode', 1);
  }
  if (run.stored) store(master, run, data);
  fire('ret', data);
  return data;
}

/** What the function returns; a wrong call of it is answered with a text, and counts as a success. */
async function resultOf(
  found: MasterFunction,
  { args, kwargs, error: refused }: CallArguments,
  context: Omit<MasterCall, 'arguments'>,
): Promise<PyValue> {
  try {
    if (refused !== undefined) throw new PyTypeError(refused);
    const named = isDict(kwargs) ? kwargs : new Map();
    return await found.run({ arguments: bind(found.signature, args, named), ...context });
  } catch (error) {
    if (!isWrongCall(error)) throw error;
    return `\nPassed invalid arguments: ${error.message}\n\nUsage:\n\n    ${found.doc}\n    `;
  }
}

/** What Salt takes for wrong arguments, whether Python says so or the function itself. */
function isWrongCall(error: unknown): error is PyTypeError | MasterFunctionError {
  if (error instanceof PyTypeError) return true;
  return error instanceof MasterFunctionError && error.pythonClass === 'SaltInvocationError';
}

/** The call as a job in the cache: a return from the master's own id, without minions (salt-core §5.4). */
function store(master: Master, { jid, kind, fun, user }: FunctionRun, data: PyDict): void {
  const id = master.config.id;
  master.jobs.add(jid, { fun: `${kind}.${fun}`, arg: [], tgt: id, tgt_type: 'list', user }, []);
  const kept = new Map(data);
  kept.set('_stamp', data.get('_stamp') ?? master.events.stamp());
  master.jobs.addReturn(jid, id, cachedReturn(new Map([['return', kept]])));
}
