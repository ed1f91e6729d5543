import { str } from '../../../python/repr.ts';
import { dict, isDict, isTruthy, type PyDict, type PyValue } from '../../../python/value.ts';
import type { StateCall, StateFunction } from '../state-function.ts';
import { callMinions, failMinions, nameJob, TARGETED, withoutMaster } from './call-minions.ts';
import { saltResult } from './salt-result.ts';
import type { Orchestration } from './orchestration.ts';

/** `salt.function`: runs an execution function on minions (salt.states.saltmod; seen on 3006.28, 3007.15 and 3008.3). */
export const saltFunction: StateFunction = {
  doc: 'Runs an execution function on minions.',
  parameters: [
    ...TARGETED,
    { name: 'expect_minions', default: false },
    { name: 'fail_minions', default: null },
    { name: 'fail_function', default: null },
    { name: 'arg', default: null },
    { name: 'kwarg', default: null },
    { name: 'timeout', default: null },
    { name: 'batch', default: null },
    { name: 'subset', default: null },
    { name: 'failhard', default: null },
  ],
  kwargs: true,
  run: (call) =>
    call.orchestration === undefined ? withoutMaster(call) : run(call, call.orchestration),
};

function run(call: StateCall, orchestration: Orchestration): PyDict | Promise<PyDict> {
  const result = saltResult(call.name, true, '');
  const said = call.given.get('arg') ?? null;
  if (typeof said === 'string')
    result.set('warnings', ["Please specify 'arg' as a list of arguments."]);
  const arg = typeof said === 'string' ? said.split(/\s+/) : Array.isArray(said) ? said : [];
  const kwarg = call.given.get('kwarg');
  const fun = str(call.name);
  if (call.test) {
    const target = str(call.given.get('tgt') ?? null);
    result.set('comment', `Function ${fun} would be executed on target ${target}`);
    return result.set('result', null);
  }
  const called = { type: 'function', fun, arg, kwarg: isDict(kwarg) ? kwarg : new Map() } as const;
  return callMinions(call, orchestration, called).then((returned) =>
    conclude(call, fun, result, returned),
  );
}

function conclude(call: StateCall, fun: string, result: PyDict, returned: PyDict): PyDict {
  nameJob(result, returned);
  const mayFail = failMinions(call, result);
  const changes: PyDict = new Map();
  const failed: string[] = [];
  for (const [id, data] of returned) {
    if (!isDict(data)) continue;
    const value: PyValue = isTruthy(data.get('failed')) ? false : (data.get('ret') ?? null);
    if (isTruthy(data.get('retcode')) || (value === false && !mayFail.includes(id)))
      failed.push(str(id));
    changes.set(id, value);
  }
  if (returned.size === 0)
    return result.set('result', false).set('comment', 'No minions responded');
  result.set('changes', dict({ ret: changes }));
  if (failed.length > 0) result.set('result', false);
  const how =
    failed.length > 0
      ? `Running function ${fun} failed on minions: ${failed.join(', ')}`
      : 'Function ran successfully.';
  const where = [...changes.keys()].map(str).join(', ');
  return result.set('comment', `${how} Function ${fun} ran on ${where}.`);
}
