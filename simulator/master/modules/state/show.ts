import { str } from '../../../python/repr.ts';
import { PyTypeError } from '../../../python/type-error.ts';
import { dict, isDict, type PyScalar, type PyValue } from '../../../python/value.ts';
import { given } from '../arguments/given.ts';
import type { ExecutionCall } from '../function.ts';
import { compile, reconcile } from './high/call-high.ts';
import { reconcileExtend } from './high/reconcile-extend.ts';
import { renderHighstate } from './high/render.ts';
import { BASE } from './high/state-files.ts';
import { verifyTop } from './high/top-matches.ts';
import { verifyHigh } from './high/verify-high.ts';
import { matchesOf } from './highstate.ts';
import { answer, conflict, refuse } from './outcome.ts';
import { renderMods } from './sls.ts';
import { pillarOf, splitInput } from './state-options.ts';

/** `state.show_top`: the files of the highstate. */
export function showTop(call: ExecutionCall): PyValue {
  const others = conflict(call);
  if (others !== undefined) return others;
  const errors = verifyTop(call.master.states.files.top ?? new Map());
  return errors.length > 0
    ? refuse(call, errors)
    : new Map<PyScalar, PyValue>(matchesOf(call, call.master.states.files.top));
}

/** `state.show_highstate`: high data, or what is wrong with it. */
export function showHighstate(call: ExecutionCall): PyValue {
  const others = conflict(call);
  if (others !== undefined) return others;
  pillarOf(call);
  const { files, traits } = call.master.states;
  const { high, errors } = renderHighstate(files, matchesOf(call, files.top), traits);
  const wrong = [...verifyTop(files.top ?? new Map()), ...errors];
  return answer(call, wrong.length > 0 ? wrong : high);
}

/** `state.show_lowstate`: low data, or what is wrong with it; a success either way. */
export function showLowstate(call: ExecutionCall): PyValue {
  return conflict(call) ?? lowstate(call);
}

function lowstate(call: ExecutionCall): PyValue[] {
  const { files, traits } = call.master.states;
  const { high, errors } = renderHighstate(files, matchesOf(call, files.top), traits);
  errors.push(...reconcileExtend(high), ...verifyHigh(high, traits.scrutiny));
  errors.push(...reconcile(high, traits));
  if (errors.length > 0) return errors;
  const compiled = compile(high, traits);
  return compiled.errors.length > 0 ? [...compiled.errors] : [...compiled.chunks];
}

/** `state.show_states`: the files that the states of the highstate come from. */
export function showStates(call: ExecutionCall): PyValue {
  const others = conflict(call);
  if (others !== undefined) return others;
  const chunks = lowstate(call);
  const names = chunks.map((chunk) => (isDict(chunk) ? chunk.get('__sls__') : undefined) ?? null);
  return chunks.every(isDict) ? [...new Set(names)] : refuse(call, chunks.map(str));
}

/** `state.show_state_usage`: the files that are part of the highstate, those that are not, and how many. */
export function showStateUsage(call: ExecutionCall): PyValue {
  const others = conflict(call);
  if (others !== undefined) return others;
  const top = matchesOf(call, call.master.states.files.top).get(BASE) ?? [];
  const all = call.master.states.files.names('*');
  const [used, unused] = [true, false].map((is) => all.filter((sls) => top.includes(sls) === is));
  const usage = dict({
    used: used ?? [],
    unused: unused ?? [],
    count_all: all.length,
    count_used: used?.length ?? 0,
    count_unused: unused?.length ?? 0,
  });
  return answer(call, new Map([[BASE, usage]]));
}

/** `state.show_sls`: high data of files, or what is wrong with it. */
export function showSls(call: ExecutionCall): PyValue {
  const others = conflict(call);
  if (others !== undefined) return others;
  pillarOf(call);
  const { high, errors } = renderMods(call);
  const wrong = [...errors, ...verifyHigh(high, call.master.states.traits.scrutiny)];
  return wrong.length > 0 ? refuse(call, wrong) : high;
}

/** `state.show_low_sls`: low data of files; what they extend and turn around is not looked at. */
export function showLowSls(call: ExecutionCall): PyValue {
  const others = conflict(call);
  if (others !== undefined) return others;
  pillarOf(call);
  const { traits } = call.master.states;
  const { high, errors } = renderMods(call);
  const wrong = [...errors, ...verifyHigh(high, traits.scrutiny)];
  if (wrong.length > 0) return refuse(call, wrong);
  const compiled = compile(high, traits);
  return compiled.errors.length > 0 ? refuse(call, compiled.errors) : [...compiled.chunks];
}

/** `state.sls_exists`: whether files can be read without a complaint. */
export function slsExists(call: ExecutionCall): PyValue {
  return isDict(showSls(call));
}

/** `state.id_exists`: whether files have these ids; Salt stumbles where there are no such files. */
export function idExists(call: ExecutionCall): PyValue {
  const chunks = showLowSls(call);
  const known = (Array.isArray(chunks) ? chunks : []).map((chunk) => {
    if (isDict(chunk)) return chunk.get('__id__') ?? null;
    throw new PyTypeError("string indices must be integers, not 'str'");
  });
  return splitInput(given(call, 'ids')).every((id) => known.includes(id));
}
