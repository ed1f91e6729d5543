import { str } from '../../../python/repr.ts';
import { dict, isTruthy, type PyDict, type PyValue } from '../../../python/value.ts';
import { given } from '../arguments/given.ts';
import type { ExecutionCall } from '../function.ts';
import { disabledStates } from './disabled.ts';
import { callHigh } from './high/call-high.ts';
import { renderHighstate } from './high/render.ts';
import { topMatches, verifyTop } from './high/top-matches.ts';
import { answer, answerRun, conflict, refuse } from './outcome.ts';
import { exclude } from './sls.ts';
import { jidOf, runOptions, splitInput } from './state-options.ts';

/** What stands for a highstate that is not to run. */
const DISABLED: PyDict = dict({
  name: 'Salt highstate run is disabled. To re-enable, run state.enable highstate',
  result: 'False',
  comment: 'Disabled',
});

/** The files of the minion's highstate, by environment. */
export function matchesOf(call: ExecutionCall, topFile: PyDict | undefined): Map<string, string[]> {
  const { states } = call.master;
  return topMatches(topFile, given(call, 'saltenv'), (target, matchType) =>
    states.inTop(call.minion, target, matchType),
  );
}

/** `state.highstate`: runs what the top file gives to the minion. */
export function highstate(call: ExecutionCall): PyValue | Promise<PyValue> {
  if (disabledStates(call.minion, ['highstate']).length > 0) return DISABLED;
  return conflict(call) ?? runTop(call, call.master.states.files.top);
}

/** `state.top`: runs what another file gives to the minion, which is read as a top file. */
export function top(call: ExecutionCall): PyValue | Promise<PyValue> {
  const name = str(given(call, 'topfn'));
  return conflict(call) ?? runTop(call, call.master.states.files.topNamed(name));
}

function runTop(call: ExecutionCall, topFile: PyDict | undefined): PyValue | Promise<PyValue> {
  const options = runOptions(call, jidOf(call));
  const { files, traits } = call.master.states;
  const matches = matchesOf(call, topFile);
  if (matches.size === 0) {
    const text = 'No Top file or master_tops data matches found.';
    return noStates(call, `${text} Please see master log for details.`);
  }
  const rendered = renderHighstate(files, whitelisted(matches, call), traits);
  const { high, errors } = rendered;
  exclude(high, given(call, 'exclude'));
  const wrong = [...verifyTop(topFile ?? new Map()), ...errors];
  if (wrong.length > 0) return refuse(call, wrong);
  const cache = given(call, 'cache_name');
  call.memory.highstateCaches.add(`${cache === null ? 'highstate' : str(cache)}.cache.p`);
  if (high.size === 0) return noStates(call, 'No states found for this minion');
  return answerRun(call, callHigh(high, call.master.states, options, rendered.files), high);
}

function whitelisted(matches: Map<string, string[]>, call: ExecutionCall): Map<string, string[]> {
  const whitelist = given(call, 'whitelist');
  if (!isTruthy(whitelist)) return matches;
  const names = splitInput(whitelist).map(str);
  return new Map(
    [...matches].map(([saltenv, files]) => [saltenv, files.filter((sls) => names.includes(sls))]),
  );
}

/** A result that stands for none. */
function noStates(call: ExecutionCall, comment: string): PyValue {
  const result = dict({
    result: false,
    comment,
    name: 'No States',
    changes: new Map(),
    __run_num__: 0,
  });
  return answer(call, new Map([['no_|-states_|-states_|-None', result]]));
}
