import { PyTypeError } from '../../../python/type-error.ts';
import { typeName } from '../../../python/type-name.ts';
import { copyOf, isDict, type PyDict, type PyScalar, type PyValue } from '../../../python/value.ts';
import { given } from '../arguments/given.ts';
import type { ExecutionCall } from '../function.ts';
import { MinionError } from '../minion-error.ts';
import { callHigh } from './high/call-high.ts';
import { tagOf } from './high/compile-chunks.ts';
import { verifyHigh } from './high/verify-high.ts';
import { answerRun, conflict, refuse } from './outcome.ts';
import { RequisitesAsTheyCome } from './requisites/requisites-as-they-come.ts';
import { COMPILER_ERROR } from './retcodes.ts';
import { verifyData } from './run/call-state.ts';
import type { RunOptions } from './run/run-options.ts';
import { StateRun } from './run/state-run.ts';
import { walk, type Steps } from './run/steps.ts';
import { runOptions } from './state-options.ts';

/** `state.single`: runs one state; the call's further arguments are the state's. */
export function single(call: ExecutionCall): PyValue | Promise<PyValue> {
  const others = conflict(call);
  if (others !== undefined) return others;
  const [module = '', fun] = namesOf(given(call, 'fun'));
  if (fun === undefined) {
    call.setRetcode(COMPILER_ERROR);
    return 'Invalid function passed';
  }
  const name = given(call, 'name');
  const chunk: PyDict = new Map<PyScalar, PyValue>([
    ...ownCopy(call.arguments.kwargs),
    ['state', module],
    ['fun', fun],
    ['__id__', name],
    ['name', name],
  ]);
  const options = runOptions(call);
  const errors = verifyData(chunk);
  if (errors.length > 0) return refuse(call, errors);
  return answerRun(call, callOne(singleRun(call, options), chunk));
}

/** `state.low`: runs one chunk. Salt takes its result for a whole run, which it is not. */
export function low(call: ExecutionCall): PyValue | Promise<PyValue> {
  const others = conflict(call);
  if (others !== undefined) return others;
  const data = given(call, 'data');
  if (!isDict(data)) throw new PyTypeError("string indices must be integers, not 'str'");
  const errors = verifyData(data);
  if (errors.length > 0) return refuse(call, errors);
  call.setRetcode(call.master.states.traits.lowRetcode);
  return walk(singleRun(call, { ...runOptions(call), test: false }).call(ownCopy(data)));
}

/** `state.high`: runs high data. */
export function high(call: ExecutionCall): PyValue | Promise<PyValue> {
  const others = conflict(call);
  if (others !== undefined) return others;
  const options = runOptions(call);
  const data = given(call, 'data');
  const { scrutiny } = call.master.states.traits;
  // Only those lines that look at every requisite look first whether it is a dict at all.
  if (!isDict(data) && scrutiny === 'circles of two') throw withoutItems(data);
  if (!isDict(data)) return refuse(call, verifyHigh(data, scrutiny));
  return answerRun(call, callHigh(data, call.master.states, options), data);
}

function* callOne(run: StateRun, chunk: PyDict): Steps<StateRun> {
  run.running.set(tagOf(chunk), yield* run.call(chunk));
  return run;
}

/** A run of states that require nothing, whatever they say. */
function singleRun(call: ExecutionCall, options: RunOptions): StateRun {
  return new StateRun(call.master.states, options, new RequisitesAsTheyCome([]));
}

function namesOf(fun: PyValue): string[] {
  if (typeof fun === 'string') return fun.split('.');
  const text = `'${typeName(fun)}' object has no attribute 'split'`;
  throw new MinionError('Exception', text, 'AttributeError');
}

function withoutItems(data: PyValue): MinionError {
  const text = `'${typeName(data)}' object has no attribute 'items'`;
  return new MinionError('Exception', text, 'AttributeError');
}

/** A chunk of the run's own: a run changes what it is told. */
function ownCopy(data: PyDict): PyDict {
  return copyOf(data) as PyDict;
}
