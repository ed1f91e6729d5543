import { str } from '../../../python/repr.ts';
import { isTruthy, type PyDict, type PyValue } from '../../../python/value.ts';
import { given } from '../arguments/given.ts';
import type { ExecutionCall } from '../function.ts';
import { MinionError } from '../minion-error.ts';
import { disabledStates } from './disabled.ts';
import { callHigh, compile, reconcile } from './high/call-high.ts';
import { renderHighstate, type RenderedFiles } from './high/render.ts';
import { verifyHigh } from './high/verify-high.ts';
import { answerRun, conflict, refuse } from './outcome.ts';
import { StateRun } from './run/state-run.ts';
import type { Steps } from './run/steps.ts';
import { jidOf, runOptions, saltenvOf, splitInput } from './state-options.ts';

/** The high data of the files that a call names. */
export function renderMods(call: ExecutionCall): RenderedFiles {
  const mods = splitInput(given(call, 'mods')).map(str);
  const { files, traits } = call.master.states;
  return renderHighstate(files, new Map([[saltenvOf(call), mods]]), traits);
}

/** Adds to high data what a call excludes. */
export function exclude(high: PyDict, excluded: PyValue): void {
  if (!isTruthy(excluded)) return;
  const present = high.get('__exclude__');
  high.set('__exclude__', [...(Array.isArray(present) ? present : []), ...splitInput(excluded)]);
}

/** `state.sls`: runs the files that a call names. */
export function sls(call: ExecutionCall): PyValue | Promise<PyValue> {
  const others = conflict(call);
  if (others !== undefined) return others;
  const mods = given(call, 'mods');
  const disabled = disabledStates(call.minion, Array.isArray(mods) ? mods : [mods]);
  if (disabled.length > 0) return refuse(call, disabled);
  const options = runOptions(call, jidOf(call));
  const { high, errors, files } = renderMods(call);
  if (errors.length > 0) return refuse(call, errors);
  exclude(high, given(call, 'exclude'));
  return answerRun(call, callHigh(high, call.master.states, options, files), high);
}

/** `state.sls_id`: runs one id of the files, and what it requires. */
export function slsId(call: ExecutionCall): PyValue | Promise<PyValue> {
  const others = conflict(call);
  if (others !== undefined) return others;
  const { states } = call.master;
  const options = runOptions(call);
  const { high, errors, files } = renderMods(call);
  const wrong = [...errors, ...verifyHigh(high, states.traits.scrutiny)];
  wrong.push(...reconcile(high, states.traits));
  if (wrong.length > 0) return refuse(call, wrong);
  const compiled = compile(high, states.traits, files);
  if (compiled.errors.length > 0) return refuse(call, compiled.errors);
  const id = given(call, 'id_');
  const steps = runId(new StateRun(states, options, compiled.requisites), compiled.chunks, id);
  if (compiled.chunks.some((low) => low.get('__id__') === id)) return answerRun(call, steps);
  const where = `in SLS '${str(given(call, 'mods'))}' within saltenv '${saltenvOf(call)}'`;
  throw new MinionError('SaltInvocationError', `No matches for ID '${str(id)}' found ${where}`);
}

function* runId(run: StateRun, chunks: readonly PyDict[], id: PyValue): Steps<StateRun> {
  for (const low of chunks) if (low.get('__id__') === id) yield* run.callChunk(low);
  return run;
}
