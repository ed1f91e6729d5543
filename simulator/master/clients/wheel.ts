import { dict, getOr, type PyDict, type PyValue } from '../../python/value.ts';
import { authenticationFailure, REFUSAL_KIND } from '../eauth/eauth.ts';
import { allowsMasterCall } from '../eauth/master-permission.ts';
import { newJid } from '../jid.ts';
import type { Master } from '../master.ts';
import { SaltError, UNHANDLED_LOAD } from '../salt-error.ts';
import { wheelsOf } from '../wheel/wheels.ts';
import { callMasterFunction, type FunctionRun } from './call-master-function.ts';
import { MasterFunctionError } from './master-function-error.ts';
import { wheelArguments } from './wheel-arguments.ts';

/**
 * `wheel`: the tag and the data of the call's `ret` event.
 *
 * Failures of the function, and of its arguments, are answers with `success: false`. Where the
 * master chokes on who asks and whether they may, what it says of that is the answer.
 */
export async function wheel(master: Master, chunk: PyDict): Promise<PyValue> {
  const fun = functionName(chunk, 'wheel');
  let user: PyValue;
  try {
    user = authorizeWheel(master, chunk, fun);
  } catch (error) {
    if (error instanceof SaltError && error.kind === 'other') return UNHANDLED_LOAD;
    throw error;
  }
  if (typeof fun !== 'string') return UNHANDLED_LOAD;
  return master.profile.wheelEvents === 'one pair'
    ? callInOnePair(master, chunk, fun, user)
    : callInTwoPairs(master, chunk, fun, user);
}

/** `wheel_async`: a tag and a jid, before anything is checked; a refused call just never happens. */
export function wheelAsync(master: Master, chunk: PyDict): PyValue {
  const fun = functionName(chunk, 'wheel_async');
  const jid = newJid(master.clock);
  master.clock.soon(() => void runUnattended(master, chunk, fun, jid));
  return dict({ tag: `salt/wheel/${jid}`, jid });
}

async function runUnattended(
  master: Master,
  chunk: PyDict,
  fun: PyValue,
  jid: string,
): Promise<void> {
  try {
    if (typeof fun !== 'string') return;
    const user = authorizeWheel(master, chunk, fun);
    if (master.profile.wheelEvents === 'one pair') await callInOnePair(master, chunk, fun, user);
    else await callInTwoPairs(master, chunk, fun, user, jid);
  } catch (error) {
    if (!(error instanceof SaltError)) throw error;
  }
}

function functionName(chunk: PyDict, client: 'wheel' | 'wheel_async'): PyValue {
  const fun = chunk.get('fun');
  if (fun === undefined) {
    throw new SaltError('SaltInvocationError', `${client} takes at least 1 argument (0 given)`);
  }
  return fun;
}

function authorizeWheel(master: Master, chunk: PyDict, fun: PyValue): PyValue {
  const caller = master.eauth.identify(chunk);
  if (!allowsMasterCall(caller.rules, 'wheel', fun, getOr(chunk, 'kwarg', new Map()))) {
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
  if (chunk.has('full_return')) {
    refuse(answer, fun, TWO_FULL_RETURNS);
    master.events.fire(`${tag}/ret`, answer);
    return dict({ tag, data: answer });
  }
  try {
    const data = await callMasterFunction(master, wheelsOf(master), {
      ...wheelRun(chunk, fun, jid, user),
      stored: master.profile.wheelJobsInCache,
      raisesEarlyFailure: master.profile.wheelHidesEarlyFailure,
    });
    closeAnswer(answer, data);
  } catch (error) {
    if (!(error instanceof MasterFunctionError)) throw error;
    refuse(answer, fun, HIDDEN_FAILURE);
    master.events.fire(`${tag}/ret`, answer);
  }
  return dict({ tag, data: answer });
}

/** A defect of 3008: cleaning up after an early failure fails itself, and only that is told (real-salt §3). */
const HIDDEN_FAILURE =
  "UnboundLocalError: cannot access local variable 'proc_fn' where it is not associated with a value";

/** The wheel client hands the chunk's `full_return` to a function that it hands one of its own. */
const TWO_FULL_RETURNS =
  "TypeError: salt.wheel.WheelClient.call_func() got multiple values for keyword argument 'full_return'";

function refuse(answer: PyDict, fun: string, why: string): void {
  answer.set('return', `Exception occurred in wheel ${fun}: ${why}`);
  answer.set('success', false);
}

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
  if (chunk.has('full_return')) {
    refuse(answer, fun, TWO_FULL_RETURNS);
  } else {
    const inner = wheelRun(chunk, fun, innerJid ?? newJid(master.clock), 'UNKNOWN');
    const run = { ...inner, stored: true, raisesEarlyFailure: false };
    closeAnswer(answer, await callMasterFunction(master, wheelsOf(master), run));
  }
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
