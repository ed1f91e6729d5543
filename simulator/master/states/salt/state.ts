import { integerOf } from '../../../python/int.ts';
import { repr, str } from '../../../python/repr.ts';
import { dict, isDict, isTruthy, type PyDict, type PyValue } from '../../../python/value.ts';
import { checkResult } from '../../modules/state/check-result.ts';
import type { StateCall, StateFunction } from '../state-function.ts';
import { callMinions, failMinions, nameJob, TARGETED, withoutMaster } from './call-minions.ts';
import { saltResult } from './salt-result.ts';
import type { Orchestration } from './orchestration.ts';

/** `salt.state`: runs state files, or the highstate, on minions (salt.states.saltmod; seen on 3006.28, 3007.15 and 3008.3). */
export const saltState: StateFunction = {
  doc: 'Runs state files, or the highstate, on minions.',
  parameters: [
    ...TARGETED,
    { name: 'highstate', default: null },
    { name: 'sls', default: null },
    { name: 'top', default: null },
    { name: 'saltenv', default: null },
    { name: 'test', default: null },
    { name: 'pillar', default: null },
    { name: 'pillarenv', default: null },
    { name: 'expect_minions', default: true },
    { name: 'exclude', default: null },
    { name: 'fail_minions', default: null },
    { name: 'allow_fail', default: 0 },
    { name: 'concurrent', default: false },
    { name: 'timeout', default: null },
    { name: 'batch', default: null },
    { name: 'queue', default: false },
    { name: 'subset', default: null },
    { name: 'orchestration_jid', default: null },
    { name: 'failhard', default: null },
  ],
  kwargs: true,
  run: (call) =>
    call.orchestration === undefined ? withoutMaster(call) : run(call, call.orchestration),
};

function run(call: StateCall, orchestration: Orchestration): PyDict | Promise<PyDict> {
  const given = (name: string): PyValue => call.given.get(name) ?? null;
  const result = saltResult(call.name, true, '');
  const refuse = (comment: string): PyDict => result.set('result', false).set('comment', comment);
  if (integerOf(given('allow_fail')) === undefined)
    return refuse("Passed invalid value for 'allow_fail', must be an int");
  const sls = given('sls');
  const arg = isTruthy(sls) ? [Array.isArray(sls) ? sls.map(str).join(',') : sls] : [];
  const isHighstate = isTruthy(given('highstate'));
  if (!isHighstate && arg.length === 0)
    return refuse('No highstate or sls specified, no execution made');
  if (typeof given('concurrent') !== 'boolean')
    return refuse("Must pass in boolean for value of 'concurrent'");
  const test = given('test') ?? (call.test ? true : null);
  const kwarg = dict({
    ...(test !== null && { test }),
    ...(isTruthy(given('pillar')) && { pillar: given('pillar') }),
    ...said(call, 'pillarenv', 'saltenv', 'exclude'),
    queue: given('queue'),
    concurrent: given('concurrent'),
  });
  const fun = isHighstate ? 'state.highstate' : 'state.sls';
  const called = { type: 'state', fun, arg: isHighstate ? [] : arg, kwarg } as const;
  return callMinions(call, orchestration, called).then((returned) =>
    conclude(call, result, returned, isTruthy(test)),
  );
}

function said(call: StateCall, ...names: string[]): Record<string, PyValue> {
  const entries = names.map((name) => [name, call.given.get(name) ?? null] as const);
  return Object.fromEntries(entries.filter(([, value]) => value !== null));
}

function conclude(call: StateCall, result: PyDict, returned: PyDict, isTest: boolean): PyDict {
  nameJob(result, returned);
  const mayFail = failMinions(call, result);
  if (returned.size === 0 && isTruthy(call.given.get('expect_minions')))
    return result.set('result', false).set('comment', 'No minions returned');
  const changes: PyDict = new Map();
  const failed: string[] = [];
  const details: string[] = [];
  const same: string[] = [];
  for (const [id, data] of returned) {
    if (!isDict(data)) continue;
    const value = isTruthy(data.get('failed')) ? undefined : data.get('ret');
    if (value === undefined || !checkResult(value, undefined, true)) {
      changes.set(id, value ?? false);
      if (mayFail.includes(id)) continue;
      failed.push(str(id));
      details.push(...detailOf(str(id), value));
    } else if (hasChanges(value)) changes.set(id, value);
    else same.push(str(id));
  }
  if (changes.size > 0) result.set('changes', dict({ out: 'highstate', ret: changes }));
  if (failed.length > (integerOf(call.given.get('allow_fail') ?? 0) ?? 0)) {
    result.set('result', false);
    const comment = `Run failed on minions: ${failed.join(', ')}`;
    result.set('comment', [comment, ...details].join('\n'));
  } else {
    const changed = [...changes.keys()].map(str).join(', ');
    const updated = changed === '' ? '' : ` Updating ${changed}.`;
    const unchanged = same.length === 0 ? '' : ` No changes made to ${same.join(', ')}.`;
    result.set('comment', `States ran successfully.${updated}${unchanged}`);
  }
  if (isTest && changes.size > 0 && result.get('result') === true) result.set('result', null);
  return result;
}

function hasChanges(value: PyValue): boolean {
  return (
    isDict(value) &&
    [...value.values()].some((state) => isDict(state) && isTruthy(state.get('changes')))
  );
}

/** Why a minion's return is no result of states, in a sentence; none where it is one, and a failure. */
function detailOf(id: string, value: PyValue | undefined): string[] {
  if (value === undefined) return [`Minion ${id} did not return a state result.`];
  if (isDict(value)) return [];
  if (!Array.isArray(value))
    return [`Minion ${id} returned ${repr(value)} instead of a state result.`];
  const errors = value.filter(isTruthy).map(str);
  return errors.length === 0
    ? [`Minion ${id} returned an empty error list.`]
    : [`Minion ${id} returned errors: ${errors.join('; ')}`];
}
