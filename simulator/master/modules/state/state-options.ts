import { str } from '../../../python/repr.ts';
import { isDict, isTruthy, type PyDict, type PyValue } from '../../../python/value.ts';
import { overlaid } from '../../overlaid.ts';
import { given } from '../arguments/given.ts';
import { isTrue } from '../arguments/is-true.ts';
import type { ExecutionCall } from '../function.ts';
import { MinionError } from '../minion-error.ts';
import { BASE } from './high/state-files.ts';
import { MinionFunctions } from './run/minion-functions.ts';
import type { RunOptions } from './run/run-options.ts';

/**
 * What a call says for all states of a run.
 *
 * @param jid what the run's events name as their job: not every function knows it
 *
 * @throws MinionError where its pillar is no dict
 */
export function runOptions(call: ExecutionCall, jid: PyValue = null): RunOptions {
  return {
    minion: call.minion,
    machine: call.memory,
    test: isTest(call),
    pillar: pillarOf(call),
    jid,
    functions: new MinionFunctions((fun, args, kwargs) => call.call(fun, args, kwargs)),
    tellsAll: isTruthy(given(call, 'state_events')),
    orchestration: call.orchestration,
  };
}

/** The minion's pillar, with that of the call laid over it. */
export function pillarOf(call: ExecutionCall): PyDict {
  const own = given(call, 'pillar');
  if (own === null) return call.minion.pillar;
  if (isDict(own)) return overlaid(call.minion.pillar, own);
  throw new MinionError(
    'SaltInvocationError',
    'Pillar data must be formatted as a dictionary, unless pillar_enc is specified.',
  );
}

/** The job id of a call, as functions with `**kwargs` find it. */
export function jidOf(call: ExecutionCall): PyValue {
  return call.arguments.kwargs.get('__pub_jid') ?? null;
}

/** The environment that a call names, else the base one. */
export function saltenvOf(call: ExecutionCall): string {
  const saltenv = given(call, 'saltenv');
  return saltenv === null ? BASE : str(saltenv);
}

/** A list, or a text with commas between its items. */
export function splitInput(value: PyValue): PyValue[] {
  if (Array.isArray(value)) return value;
  return str(value)
    .split(',')
    .map((item) => item.trim());
}

/** A test run is asked for by anything but False, and under any spelling of `test` by what is true. */
function isTest(call: ExecutionCall): boolean {
  const test = given(call, 'test');
  if (test !== null) return test !== false;
  return [...call.arguments.kwargs].some(
    ([name, value]) => str(name).toLowerCase() === 'test' && isTrue(value),
  );
}
