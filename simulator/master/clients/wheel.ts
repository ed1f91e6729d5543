import { str } from '../../python/repr.ts';
import { dict, type PyDict, type PyValue } from '../../python/value.ts';
import type { Signature } from '../../python/signature.ts';
import { authenticationFailure, REFUSAL_KIND } from '../eauth/eauth.ts';
import { allowsMasterCall } from '../eauth/master-permission.ts';
import { newJid } from '../jid.ts';
import type { Master } from '../master.ts';
import { SaltError, UNHANDLED_LOAD } from '../salt-error.ts';
import { WHEELS } from '../wheel/wheels.ts';
import { callMasterFunction, type FunctionRun } from './call-master-function.ts';
import type { MasterFunction } from './master-function.ts';
import { MasterFunctionError } from './master-function-error.ts';

/**
 * `wheel`: the tag and the data of the call's `ret` event.
 *
 * Failures of the function, and of its arguments, are answers with `success: false`.
 */
export async function wheel(master: Master, chunk: PyDict): Promise<PyValue> {
  const fun = functionName(chunk);
  if (typeof fun !== 'string') return UNHANDLED_LOAD;
  const user = authorizeWheel(master, chunk, fun);
  return master.profile.wheelEvents === 'one pair'
    ? callInOnePair(master, chunk, fun, user)
    : callInTwoPairs(master, chunk, fun, user);
}

/** `wheel_async`: a tag and a jid, before anything is checked; a refused call just never happens. */
export function wheelAsync(master: Master, chunk: PyDict): PyValue {
  const jid = newJid(master.clock);
  master.clock.soon(() => void runUnattended(master, chunk, jid));
  return dict({ tag: `salt/wheel/${jid}`, jid });
}

async function runUnattended(master: Master, chunk: PyDict, jid: string): Promise<void> {
  try {
    const fun = functionName(chunk);
    if (typeof fun !== 'string') return;
    const user = authorizeWheel(master, chunk, fun);
    if (master.profile.wheelEvents === 'one pair') await callInOnePair(master, chunk, fun, user);
    else await callInTwoPairs(master, chunk, fun, user, jid);
  } catch (error) {
    if (!(error instanceof SaltError)) throw error;
  }
}

function functionName(chunk: PyDict): PyValue {
  const fun = chunk.get('fun');
  if (fun === undefined) {
    throw new SaltError('SaltInvocationError', 'wheel takes at least 1 argument (0 given)');
  }
  return fun;
}

function authorizeWheel(master: Master, chunk: PyDict, fun: string): PyValue {
  const caller = master.eauth.identify(chunk);
  if (!allowsMasterCall(caller.rules, 'wheel', fun, undefined)) {
    throw new SaltError(REFUSAL_KIND[caller.by], authenticationFailure(caller.by, caller.username));
  }
  return caller.username;
}

/** 3008: the call fires one pair of events, under the jid it answers with. */
async function callInOnePair(
  master: Master,
  chunk: PyDict,
  fun: string,
  user: PyValue,
): Promise<PyDict> {
  const jid = newJid(master.clock);
  const { tag, answer } = openAnswer(fun, jid, user);
  try {
    const data = await callMasterFunction(master, WHEELS, {
      ...wheelRun(chunk, fun, jid, user),
      stored: master.profile.wheelJobsInCache,
      raisesEarlyFailure: master.profile.wheelHidesEarlyFailure,
    });
    closeAnswer(answer, data);
  } catch (error) {
    if (!(error instanceof MasterFunctionError)) throw error;
    answer.set('return', `Exception occurred in wheel ${fun}: ${HIDDEN_FAILURE}`);
    answer.set('success', false);
    master.events.fire(`${tag}/ret`, answer);
  }
  return dict({ tag, data: answer });
}

/** A defect of 3008: cleaning up after an early failure fails itself, and only that is told (real-salt §3). */
const HIDDEN_FAILURE =
  "UnboundLocalError: cannot access local variable 'proc_fn' where it is not associated with a value";

function openAnswer(fun: string, jid: string, user: PyValue): { tag: string; answer: PyDict } {
  const tag = `salt/wheel/${jid}`;
  return { tag, answer: dict({ fun: `wheel.${fun}`, jid, tag, user }) };
}

function closeAnswer(answer: PyDict, data: PyDict): void {
  answer.set('return', data.get('return') ?? null);
  answer.set('success', data.get('success') ?? null);
}

/**
 * Up to 3007: an outer pair with the caller's name around an inner pair under a jid of its own,
 * whose user is unknown. The outer data is the answer, so it carries the stamp of its events.
 */
async function callInTwoPairs(
  master: Master,
  chunk: PyDict,
  fun: string,
  user: PyValue,
  innerJid?: string,
): Promise<PyDict> {
  const { tag, answer } = openAnswer(fun, newJid(master.clock), user);
  master.events.fire(`${tag}/new`, answer);
  const inner = wheelRun(chunk, fun, innerJid ?? newJid(master.clock), 'UNKNOWN');
  closeAnswer(
    answer,
    await callMasterFunction(master, WHEELS, { ...inner, stored: true, raisesEarlyFailure: false }),
  );
  master.events.fire(`${tag}/ret`, answer);
  return dict({ tag, data: answer });
}

function wheelRun(
  chunk: PyDict,
  fun: string,
  jid: string,
  user: PyValue,
): Omit<FunctionRun, 'stored' | 'raisesEarlyFailure'> {
  return {
    kind: 'wheel',
    fun,
    jid,
    tag: `salt/wheel/${jid}`,
    user,
    arguments: (found) => wheelArguments(found, fun, chunk),
  };
}

/** Keys of a chunk that a wheel function never sees, and that are no mistake either. */
const INTERNAL_KEYS = new Set<PyValue>([
  'client',
  'cmd',
  'eauth',
  'fun',
  'kwarg',
  'match',
  'token',
  '__jid__',
  '__tag__',
  '__user__',
  'username',
  'password',
  'full_return',
  'print_event',
]);

/**
 * The arguments of a wheel: `arg` and `kwarg` where both are there, else the chunk's own keys,
 * with every parameter filled in (salt-core §3.10).
 *
 * @throws MasterFunctionError for missing and unknown arguments
 */
function wheelArguments(
  found: MasterFunction,
  fun: string,
  chunk: PyDict,
): { args: readonly PyValue[]; kwargs: PyDict } {
  const arg = chunk.get('arg');
  const kwarg = chunk.get('kwarg');
  if (arg !== undefined && kwarg !== undefined) {
    return {
      args: Array.isArray(arg) ? arg : [],
      kwargs: kwarg instanceof Map ? kwarg : new Map(),
    };
  }
  return formatCall(found.signature, fun, chunk);
}

function formatCall(
  signature: Signature,
  fun: string,
  chunk: PyDict,
): { args: PyValue[]; kwargs: PyDict } {
  const left = new Map(chunk);
  const args: PyValue[] = [];
  const kwargs: PyDict = new Map();
  let missing = 0;
  for (const { name } of signature.parameters.filter((one) => one.default === undefined)) {
    const value = left.get(name);
    if (value === undefined) missing += 1;
    else args.push(value);
  }
  // Salt collects what has a default from the last parameter to the first.
  for (const { name, default: standard } of signature.parameters.toReversed())
    if (standard !== undefined) kwargs.set(name, left.get(name) ?? standard);
  for (const { name } of signature.parameters) left.delete(name);
  if (missing > 0) {
    const total = args.length + missing;
    const plural = total > 1 ? 's' : '';
    throw new MasterFunctionError(
      'SaltInvocationError',
      `${signature.name} takes at least ${total} argument${plural} (${args.length} given)`,
    );
  }
  const extra = [...left].filter(([key]) => !INTERNAL_KEYS.has(key));
  if (signature.kwargs) for (const [key, value] of extra) kwargs.set(key, value);
  else if (extra.length > 0)
    throw invalidKeywords(
      extra.map(([key]) => str(key)),
      fun,
      signature,
    );
  return { args, kwargs };
}

function invalidKeywords(names: string[], fun: string, signature: Signature): MasterFunctionError {
  const path = `salt.loaded.int.wheel.${fun.split('.')[0]}.${signature.name}`;
  const quoted = names.map((name) => `'${name}'`);
  const text =
    quoted.length === 1
      ? `${quoted[0]} is an invalid keyword argument for '${path}'`
      : `${quoted.slice(0, -1).join(', ')} and ${quoted.at(-1)} are invalid keyword arguments for '${path}'`;
  return new MasterFunctionError('SaltInvocationError', text);
}
