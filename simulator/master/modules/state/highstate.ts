import { str } from '../../../python/repr.ts';
import { dict, isTruthy, type PyDict, type PyValue } from '../../../python/value.ts';
import type { ExecutionCall } from '../function.ts';
import { callHigh } from './call-high.ts';
import { answer, conflict, terse } from './outcome.ts';
import { renderHighstate } from './render.ts';
import { exclude } from './sls.ts';
import { given, runOptions, splitInput } from './state-options.ts';
import { topMatches, verifyTop } from './top-matches.ts';

/** The files of the minion's highstate, by environment. */
export function matchesOf(call: ExecutionCall): Map<string, string[]> {
  const { files, inTop } = call.states;
  return topMatches(files.top, given(call, 'saltenv'), (target, matchType) =>
    inTop(call.minion, target, matchType),
  );
}

/** `state.highstate`: runs what the top file gives to the minion. */
export function highstate(call: ExecutionCall): PyValue {
  return conflict(call) ?? answer(call, terse(call, runHighstate(call)));
}

function runHighstate(call: ExecutionCall): PyDict | string[] {
  const options = runOptions(call);
  const { files, traits } = call.states;
  const matches = matchesOf(call);
  if (matches.size === 0) {
    const text = 'No Top file or master_tops data matches found.';
    return noStates(`${text} Please see master log for details.`);
  }
  const { high, errors } = renderHighstate(files, whitelisted(matches, call), traits);
  exclude(high, given(call, 'exclude'));
  const wrong = [...verifyTop(files.top ?? new Map()), ...errors];
  if (wrong.length > 0) return wrong;
  return high.size === 0
    ? noStates('No states found for this minion')
    : callHigh(high, call.states, options);
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
function noStates(comment: string): PyDict {
  const result = dict({
    result: false,
    comment,
    name: 'No States',
    changes: new Map(),
    __run_num__: 0,
  });
  return new Map([['no_|-states_|-states_|-None', result]]);
}
