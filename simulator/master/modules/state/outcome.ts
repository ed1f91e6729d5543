import { isDict, isTruthy, type PyDict, type PyValue } from '../../../python/value.ts';
import { given } from '../arguments/given.ts';
import type { ExecutionCall } from '../function.ts';
import { checkResult } from './check-result.ts';
import { runningStates } from './conflicting-runs.ts';
import { COMPILER_ERROR, STATE_FAILURE } from './retcodes.ts';
import { StateRun } from './run/state-run.ts';
import { walk, type Steps } from './run/steps.ts';

/** Answers with what is wrong with the states. */
export function refuse(call: ExecutionCall, errors: readonly string[]): PyValue {
  call.setRetcode(COMPILER_ERROR);
  return [...errors];
}

/** Answers with a run, or with what was wrong with its states; the retcode tells how it went. */
export function answer(
  call: ExecutionCall,
  result: PyDict | readonly string[],
  high?: PyDict,
): PyValue {
  if (!(result instanceof Map)) return refuse(call, result);
  if (!checkResult(result, high)) call.setRetcode(STATE_FAILURE);
  return result;
}

/** Answers with a run once it has waited as long as its states are told to. */
export function answerRun(
  call: ExecutionCall,
  steps: Steps<StateRun | readonly string[]>,
  high?: PyDict,
): PyValue | Promise<PyValue> {
  const run = walk(steps);
  return run instanceof Promise
    ? run.then((finished) => answerFinished(call, finished, high))
    : answerFinished(call, run, high);
}

function answerFinished(
  call: ExecutionCall,
  run: StateRun | readonly string[],
  high?: PyDict,
): PyValue | Promise<PyValue> {
  if (!(run instanceof StateRun)) return refuse(call, run);
  const value = answer(call, terse(call, run.running), high);
  const { waited } = run.results;
  return waited === 0 ? value : call.clock.timer(waited).passed.then(() => value);
}

/** Leaves out what went well and changed nothing, where the call asks for that. */
function terse(call: ExecutionCall, result: PyDict): PyDict {
  if (!isTruthy(given(call, 'terse'))) return result;
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
