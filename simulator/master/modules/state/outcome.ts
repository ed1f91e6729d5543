import { isDict, isTruthy, type PyDict, type PyValue } from '../../../python/value.ts';
import type { ExecutionCall } from '../function.ts';
import { checkResult } from './check-result.ts';
import { runningStates } from './conflicting-runs.ts';
import { COMPILER_ERROR, STATE_FAILURE } from './retcodes.ts';
import { given } from './state-options.ts';

/** Answers with what is wrong with the states. */
export function refuse(call: ExecutionCall, errors: readonly string[]): PyValue {
  call.setRetcode(COMPILER_ERROR);
  return [...errors];
}

/** Answers with a run, or with what was wrong with its states; the retcode tells how it went. */
export function answer(call: ExecutionCall, result: PyDict | string[], high?: PyDict): PyValue {
  if (Array.isArray(result)) return refuse(call, result);
  if (!checkResult(result, high)) call.setRetcode(STATE_FAILURE);
  return result;
}

/** Leaves out what went well and changed nothing, where the call asks for that. */
export function terse(call: ExecutionCall, result: PyDict | string[]): PyDict | string[] {
  if (Array.isArray(result) || !isTruthy(given(call, 'terse'))) return result;
  return new Map(
    [...result].filter(
      ([, state]) =>
        isDict(state) && (!isTruthy(state.get('result')) || isTruthy(state.get('changes'))),
    ),
  );
}

/** Answers with the state runs that are in the way; undefined where none is, or the call would wait. */
export function conflict(call: ExecutionCall): PyValue | undefined {
  if (given(call, 'queue') === true) return undefined;
  const others = runningStates(call);
  return others.length === 0 ? undefined : refuse(call, others);
}
