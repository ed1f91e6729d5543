import { integerOf } from '../../../python/int.ts';
import { str } from '../../../python/repr.ts';
import { dict, getOr, isTruthy, type PyDict, type PyValue } from '../../../python/value.ts';
import type { StateCall } from '../state-function.ts';
import { saltResult } from './salt-result.ts';
import type { OrchestratedCall, Orchestration } from './orchestration.ts';

/** What a state calls on minions, beside what its own arguments say. */
export interface Called {
  readonly type: 'function' | 'state';
  readonly fun: string;
  readonly arg: readonly PyValue[];
  readonly kwarg: PyDict;
}

/** The arguments that all calls of minions have in common. */
export const TARGETED = [
  { name: 'tgt' },
  { name: 'ssh', default: false },
  { name: 'tgt_type', default: 'glob' },
  { name: 'ret', default: '' },
  { name: 'ret_config', default: null },
  { name: 'ret_kwargs', default: null },
];

/** Calls the minions that a state targets, and tells of it. */
export function callMinions(
  call: StateCall,
  orchestration: Orchestration,
  { type, fun, arg, kwarg }: Called,
): Promise<PyDict> {
  const given = (name: string): PyValue => call.given.get(name) ?? null;
  const tgt = given('tgt');
  const args = dict({
    arg: [...arg],
    kwarg,
    ret: given('ret'),
    timeout: given('timeout'),
    tgt_type: given('tgt_type'),
    ssh: given('ssh'),
    expect_minions: given('expect_minions'),
    ...(type === 'function' && { _cmd_meta: true }),
  });
  const timeout = isTruthy(given('timeout')) ? integerOf(given('timeout')) : undefined;
  const asked: OrchestratedCall = {
    tgt,
    tgtType: str(given('tgt_type')),
    fun,
    arg,
    kwarg,
    timeout,
    expectMinions: isTruthy(given('expect_minions')),
  };
  return orchestration.call(asked, dict({ type, tgt, name: call.name, args }));
}

/** The minions whose failure is none, as a list or a text with commas; others are a warning. */
export function failMinions(call: StateCall, result: PyDict): readonly PyValue[] {
  const said = getOr(call.given, 'fail_minions', null);
  if (said === null || Array.isArray(said)) return said ?? [];
  if (typeof said === 'string') return said.split(',').map((id) => id.trim());
  const warning = "'fail_minions' needs to be a list or a comma separated string. Ignored.";
  result.set('warnings', [warning]);
  return [];
}

/** Names the job of a call in a state's result. */
export function nameJob(result: PyDict, returned: PyDict): void {
  const [first] = returned.values();
  const jid = first instanceof Map ? first.get('jid') : undefined;
  if (jid !== undefined) result.set('__jid__', jid);
}

/** What a state of the module `salt` comes to on a minion, which commands no others. */
export function withoutMaster({ name }: StateCall): PyDict {
  return saltResult(name, false, 'This state is run by an orchestration on the master only.');
}
