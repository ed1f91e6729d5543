import { bind } from '../../python/bind.ts';
import { compareCodePoints } from '../../python/compare.ts';
import { equals } from '../../python/equals.ts';
import { repr, str } from '../../python/repr.ts';
import type { BoundArguments, Signature } from '../../python/signature.ts';
import { PyTypeError } from '../../python/type-error.ts';
import { isDict, isTruthy, type PyDict, type PyValue } from '../../python/value.ts';
import type { ScriptedAnswers } from '../answers/scripted-answers.ts';
import { scriptedFunction, UNDOCUMENTED } from '../answers/scripted-function.ts';
import type { ScriptedOutcome } from '../answers/scripted-rule.ts';
import type { Clock } from '../clock.ts';
import { docstring } from '../docstring.ts';
import type { Minion } from '../fleet.ts';
import type { Master } from '../master.ts';
import type { Called, ExecutionCall, ExecutionFunction } from '../modules/function.ts';
import { executionFunctions, findFunction, functionsLike } from '../modules/functions.ts';
import { MinionError } from '../modules/minion-error.ts';
import type { Orchestration } from '../states/salt/orchestration.ts';
import type { Profile } from '../versions/profile.ts';
import { failureText, lastTracebackLine } from './failure-text.ts';
import { loadArguments, type LoadedArguments } from './load-arguments.ts';
import type { MinionMemory } from './minion-memory.ts';

/** What came of a function on a minion. */
export interface FunctionResult {
  readonly value: PyValue;
  /** Mostly a number; a function may set anything. */
  readonly retcode: PyValue;
  /** The retcode as far as the function itself set it, whatever its result says. */
  readonly ownRetcode?: PyValue;
  /** The outputter, which every failure and some functions name. */
  readonly out?: string;
  /** Failures name their outputter before the retcode; results of functions do so last of all. */
  readonly failed?: 'running' | 'unknown function';
  /** The last line of the traceback of a failure, which is all that a compound call shows of it. */
  readonly exception?: string;
  /** Whether the exception is one that Salt has no word of its own for; the minion tells of it by an event. */
  readonly isUnforeseen?: boolean;
  /** A compound call has a retcode and a success for each function, by its name. */
  readonly perFunction?: { readonly retcode: PyDict; readonly success: PyDict };
}

/** What a function may know of the place it runs in. */
export interface FunctionSite {
  readonly minion: Minion;
  readonly running: readonly PyDict[];
  readonly master: Master;
  /** The time that the function lives in. */
  readonly clock: Clock;
  /** Gives what the minion keeps, which is made when a function first looks at it. */
  readonly memory: () => MinionMemory;
  /** Ends a job of the minion's before it returns. */
  readonly endJob: (jid: string) => boolean;
  /** The published load, whose keys a function with `**kwargs` finds as `__pub_<key>`. */
  readonly published: PyDict;
  /** What minions answer by a script. */
  readonly answers: ScriptedAnswers;
  /** What states of an orchestration need of the master; minions have none. */
  readonly orchestration?: Orchestration | undefined;
  /** How arguments are sorted, where they are not those of a published call. */
  readonly load?: (signature: Signature, arg: readonly PyValue[]) => LoadedArguments;
}

/** What a function comes to: a result, now or later, or undefined where the minion never returns. */
export type Running = FunctionResult | undefined | Promise<FunctionResult | undefined>;

/** Runs a function on a minion, whatever comes of it; a scripted answer goes before the function itself. */
export function runFunction(fun: string, arg: readonly PyValue[], site: FunctionSite): Running {
  const answer = site.answers.next(site.minion.id, fun, arg);
  if (answer === undefined) return execute(fun, findFunction(fun, site.master.profile), arg, site);
  const run = (): Running => runScripted(answer.outcome, fun, arg, site);
  return answer.delay === 0 ? run() : site.clock.timer(answer.delay).passed.then(run);
}

function hasFunction(fun: string, { answers, master, minion }: FunctionSite): boolean {
  return (
    findFunction(fun, master.profile) !== undefined || answers.functionsOf(minion.id).includes(fun)
  );
}

/** The functions that a minion has, of its own and by a script, by full name, sorted. */
function functionsOf({ answers, master, minion }: FunctionSite): [string, ExecutionFunction][] {
  const own = executionFunctions(master.profile);
  const known = new Set(own.map(([name]) => name));
  const scripted = new Set(answers.functionsOf(minion.id).filter((name) => !known.has(name)));
  if (scripted.size === 0) return own;
  const more = [...scripted].map((name): [string, ExecutionFunction] => [name, UNDOCUMENTED]);
  return [...own, ...more].toSorted(([a], [b]) => compareCodePoints(a, b));
}

function runScripted(
  outcome: ScriptedOutcome,
  fun: string,
  arg: readonly PyValue[],
  site: FunctionSite,
): Running {
  if (outcome.how === 'no return') return undefined;
  const builtIn = findFunction(fun, site.master.profile);
  const found = outcome.how === 'built-in' ? builtIn : scriptedFunction(outcome, builtIn);
  return execute(fun, found, arg, site);
}

function execute(
  fun: string,
  found: ExecutionFunction | undefined,
  arg: readonly PyValue[],
  site: FunctionSite,
): FunctionResult | Promise<FunctionResult> {
  if (found === undefined) return unknownFunction(fun, site.master.profile);
  try {
    let retcode: PyValue = 0;
    const bound = bindArguments(found, arg, site);
    const value = found.run(executionCall(bound, site, (code) => (retcode = code)));
    if (!(value instanceof Promise)) return success(found, value, retcode);
    return value.then(
      (result) => success(found, result, retcode),
      (error: unknown) => failure(fun, found, error),
    );
  } catch (error) {
    return failure(fun, found, error);
  }
}

function executionCall(
  bound: BoundArguments,
  site: FunctionSite,
  setRetcode: ExecutionCall['setRetcode'],
): ExecutionCall {
  const within = calledFrom(site);
  return {
    arguments: bound,
    minion: site.minion,
    clock: site.clock,
    running: site.running,
    master: site.master,
    get memory() {
      return site.memory();
    },
    orchestration: site.orchestration,
    endJob: site.endJob,
    functions: () => functionsOf(site),
    hasFunction: (other) => hasFunction(other, site),
    execute: (other, given) => runFunction(other, given, within),
    call: (other, args, kwargs) => callFunction(other, args, kwargs, within),
    setRetcode,
  };
}

/** Calls a function as Python code does; a script's answer goes first, and a delay is not waited for. */
function callFunction(
  fun: string,
  args: readonly PyValue[],
  kwargs: PyDict,
  site: FunctionSite,
): Called {
  const { profile } = site.master;
  const builtIn = findFunction(fun, profile);
  const published = kwargs.size === 0 ? [] : [new Map([...kwargs, ['__kwarg__', true] as const])];
  const outcome = site.answers.next(site.minion.id, fun, [...args, ...published])?.outcome;
  if (outcome?.how === 'no return') return { value: null, retcode: undefined };
  const isBuiltIn = outcome === undefined || outcome.how === 'built-in';
  const found = isBuiltIn ? builtIn : scriptedFunction(outcome, builtIn);
  if (found === undefined) throw new MinionError('Exception', repr(fun), 'KeyError');
  let retcode: PyValue | undefined;
  const bound = bind(found.signature, args, kwargs);
  const value = found.run(executionCall(bound, site, (code) => (retcode = code)));
  return { value, retcode };
}

/** The place as a function that another one calls finds it. */
function calledFrom(site: FunctionSite): FunctionSite {
  return { ...site, published: new Map(), load: loadArguments };
}

function bindArguments(
  found: ExecutionFunction,
  arg: readonly PyValue[],
  { published, load = loadArguments }: FunctionSite,
) {
  const { args, kwargs, invalid } = load(found.signature, arg);
  if (invalid.length > 0) {
    const names = invalid.join(', ');
    throw new MinionError(
      'SaltInvocationError',
      `The following keyword arguments are not valid: ${names}`,
    );
  }
  if (kwargs.has('self'))
    throw new PyTypeError("LoadedFunc.__call__() got multiple values for argument 'self'");
  if (found.signature.kwargs)
    for (const [key, value] of published) kwargs.set(`__pub_${str(key)}`, value);
  return bind(found.signature, args, kwargs);
}

/** Whether a retcode tells of success: Python takes false and 0.0 for zero, too. */
export function isOk(retcode: PyValue): boolean {
  return equals(retcode, 0);
}

/** A dict whose `result` or `success` is false counts as a failed run although nothing was raised. */
function success(found: ExecutionFunction, value: PyValue, retcode: PyValue): FunctionResult {
  const saysFailed =
    isDict(value) &&
    ['result', 'success'].some((key) => value.has(key) && !isTruthy(value.get(key)));
  return {
    value,
    retcode: isOk(retcode) && saysFailed ? 1 : retcode,
    ownRetcode: retcode,
    ...(found.out !== undefined && { out: found.out }),
  };
}

function failure(fun: string, found: ExecutionFunction, error: unknown): FunctionResult {
  return {
    value: failureText(fun, found.doc, error),
    retcode: 1,
    out: 'nested',
    failed: 'running',
    exception: lastTracebackLine(error),
    isUnforeseen: error instanceof MinionError && error.kind === 'Exception',
  };
}

/** A name that is the beginning of real ones is answered with their documentation. */
function unknownFunction(fun: string, profile: Profile): FunctionResult {
  const text = `'${fun}' is not available.`;
  const alike = functionsLike(`${fun}*`, profile);
  const value: PyValue =
    alike.length === 0
      ? text
      : new Map([...alike.map(([name, { doc }]) => [name, docstring(doc)] as const), [fun, text]]);
  return {
    value,
    retcode: 1,
    out: 'nested',
    failed: 'unknown function',
    // A compound call takes what stands for the missing function, a text, and calls it.
    exception: "TypeError: 'str' object is not callable",
  };
}
