import { updateDict } from '../../python/dict-update.ts';
import { iterate } from '../../python/iterate.ts';
import { str } from '../../python/repr.ts';
import { PyTypeError } from '../../python/type-error.ts';
import { splitKwarg } from '../../python/yaml/parse-input.ts';
import { yamlifyArg } from '../../python/yaml/yamlify-arg.ts';
import {
  dict,
  getOr,
  isDict,
  isTruthy,
  PyFloat,
  type PyDict,
  type PyValue,
} from '../../python/value.ts';
import { authenticationFailure, REFUSAL_KIND } from '../eauth/eauth.ts';
import { allowsMasterCall } from '../eauth/master-permission.ts';
import { newJid } from '../jid.ts';
import type { Master } from '../master.ts';
import { inPayload } from '../payload.ts';
import { runnersOf } from '../runners/runners.ts';
import { SaltError } from '../salt-error.ts';
import { callMasterFunction, type FunctionRun } from './call-master-function.ts';
import type { MasterFunction } from './master-function.ts';

/** `runner`: the function's bare return, or its whole `ret` event with `full_return`. */
export async function runner(master: Master, chunk: PyDict): Promise<PyValue> {
  const timeout = secondsToWait(chunk.get('timeout'), master.config.rest_timeout);
  const low = new Map(chunk);
  low.delete('timeout');
  low.delete('full_return');
  const { run, finished } = startRunner(master, low, 'runner');
  const data = await within(master, finished, timeout);
  if (data === undefined)
    throw new SaltError('SaltClientTimeout', `RunnerClient job '${run.jid}' timed out`);
  if (isTruthy(chunk.get('full_return'))) return dict({ data, tag: `${run.tag}/ret` });
  return data.get('return') ?? null;
}

/** `runner_async`: the tag to listen for and the jid, at once. */
export function runnerAsync(master: Master, chunk: PyDict): PyValue {
  const { run } = startRunner(master, chunk, 'runner_async');
  return dict({ tag: run.tag, jid: run.jid });
}

/**
 * Checks a runner call, in Salt's order, and sets it going once the work in hand is done; `finished`
 * gives the data of its `ret` event.
 *
 * @throws SaltError
 */
export function startRunner(
  master: Master,
  low: PyDict,
  client: 'runner' | 'runner_async',
): { run: FunctionRun; finished: Promise<PyDict> } {
  const fun = low.get('fun');
  if (fun === undefined) {
    throw new SaltError('SaltInvocationError', `${client} takes at least 1 argument (0 given)`);
  }
  if (!isTruthy(fun)) {
    throw new SaltError('SaltInvocationError', 'Must specify a function to run!\nex: manage.up');
  }
  const found = typeof fun === 'string' ? runnersOf(master).get(fun) : undefined;
  if (found === undefined) throw new SaltError('other', `'${str(fun)}' is not available.`);
  const { args, kwargs } = runnerArguments(found, low);
  const caller = master.eauth.identify(low);
  if (!allowsMasterCall(caller.rules, 'runner', str(fun), dict({ kwarg: kwargs, arg: args }))) {
    throw new SaltError(REFUSAL_KIND[caller.by], authenticationFailure(caller.by, caller.username));
  }
  const jid = newJid(master.clock);
  const run: FunctionRun = {
    kind: 'runner',
    fun: str(fun),
    jid,
    tag: `salt/run/${jid}`,
    user: caller.username,
    stored: true,
    raisesEarlyFailure: false,
    arguments: () => ({ args, kwargs }),
  };
  const finished = new Promise<PyDict>((resolve, reject) => {
    const call = (): Promise<PyDict> => callMasterFunction(master, runnersOf(master), run);
    master.clock.soon(() => void call().then(resolve, reject));
  });
  return { run, finished };
}

/** The keys of a chunk that say who asks, not what. */
const CREDENTIAL_KEYS = new Set<PyValue>([
  'username',
  'password',
  'eauth',
  'token',
  'client',
  'user',
  'key',
]);
const CALL_KEYS = new Set<PyValue>(['fun', 'arg', 'kwarg']);

/**
 * The arguments of a runner, from `arg` (whose texts are read as YAML), `kwarg` and loose keys of
 * the chunk; keyword arguments that the function does not take are dropped (salt-core §3.9).
 */
export function runnerArguments(
  found: MasterFunction,
  low: PyDict,
): { args: PyValue[]; kwargs: PyDict } {
  const { signature } = found;
  const args: PyValue[] = [];
  const given: PyDict = new Map();
  for (const value of iterate(getOr(low, 'arg', []))) {
    const pair = typeof value === 'string' ? splitKwarg(value) : undefined;
    if (pair !== undefined) given.set(pair.name, yamlifyArg(pair.value));
    else if (isDict(value) && value.get('__kwarg__') === true) setAll(given, value);
    else args.push(typeof value === 'string' ? yamlifyArg(value) : value);
  }
  updateDict(given, getOr(low, 'kwarg', new Map()));
  for (const [key, value] of low) {
    if (!CREDENTIAL_KEYS.has(key) && !CALL_KEYS.has(key)) given.set(key, value);
  }
  if (given.has('__kwarg__'))
    throw new PyTypeError("dict() got multiple values for keyword argument '__kwarg__'");
  const taken = [...given].filter(
    ([name]) =>
      signature.kwargs || signature.parameters.some((parameter) => parameter.name === name),
  );
  return {
    args: args.map(inPayload),
    kwargs: new Map(taken.map(([name, value]) => [name, inPayload(value)])),
  };
}

function setAll(into: PyDict, from: PyDict): void {
  for (const [name, value] of from) if (name !== '__kwarg__') into.set(name, value);
}

/** The seconds to wait for a runner; a text is read as Python's `float` reads it. */
function secondsToWait(value: PyValue | undefined, standard: number): number {
  if (value === undefined || value === null) return standard;
  const isList = Array.isArray(value) || isDict(value);
  const seconds = value instanceof PyFloat ? value.value : Number(value);
  if (Number.isNaN(seconds) || value === '' || isList)
    throw new SaltError('other', 'could not convert timeout to float');
  return seconds;
}

/** What comes of a run in this time; a time that is over before it began has nothing come. */
async function within(
  master: Master,
  finished: Promise<PyDict>,
  seconds: number,
): Promise<PyDict | undefined> {
  if (seconds < 0) return undefined;
  const timer = master.clock.timer(seconds);
  const data = await Promise.race([finished, timer.passed.then(() => undefined)]);
  timer.cancel();
  return data;
}
