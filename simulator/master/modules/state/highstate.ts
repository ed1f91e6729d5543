import { str } from '../../../python/repr.ts';
import { dict, isTruthy, type PyValue } from '../../../python/value.ts';
import type { ExecutionCall } from '../function.ts';
import { callHigh } from './high/call-high.ts';
import { renderHighstate } from './high/render.ts';
import { topMatches, verifyTop } from './high/top-matches.ts';
import { answer, answerRun, conflict, refuse } from './outcome.ts';
import { exclude } from './sls.ts';
import { given, jidOf, runOptions, splitInput } from './state-options.ts';

/** The files of the minion's highstate, by environment. */
export function matchesOf(call: ExecutionCall): Map<string, string[]> {
  const { states } = call.master;
  return topMatches(states.files.top, given(call, 'saltenv'), (target, matchType) =>
    states.inTop(call.minion, target, matchType),
  );
}

/** `state.highstate`: runs what the top file gives to the minion. */
export function highstate(call: ExecutionCall): PyValue | Promise<PyValue> {
  return conflict(call) ?? runHighstate(call);
}

function runHighstate(call: ExecutionCall): PyValue | Promise<PyValue> {
  const options = runOptions(call, jidOf(call));
  const { files, traits } = call.master.states;
  const matches = matchesOf(call);
  if (matches.size === 0) {
    const text = 'No Top file or master_tops data matches found.';
    return noStates(call, `${text} Please see master log for details.`);
  }
  const rendered = renderHighstate(files, whitelisted(matches, call), traits);
  const { high, errors } = rendered;
  exclude(high, given(call, 'exclude'));
  const wrong = [...verifyTop(files.top ?? new Map()), ...errors];
  if (wrong.length > 0) return refuse(call, wrong);
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
