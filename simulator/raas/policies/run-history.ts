import { isoformat } from '../../python/datetime.ts';
import type { CommandState } from '../commands/command-state.ts';
import { holds, pageOf, type Page, type Paging } from '../paging.ts';
import type { Raas } from '../raas.ts';
import type { Policy, PolicyRun } from './policy.ts';
import { functionOf, policyRow, type PolicyRow } from './policy-row.ts';

/** What `get_policy_run_history` can be narrowed by. */
export interface HistoryFilters extends Paging {
  readonly jid: string | null;
  readonly state: readonly string[] | null;
  readonly fun: string | null;
  readonly user: string | null;
  /** The least number of minions; 0 for any. */
  readonly expected: number;
  readonly returned: number;
}

/** A run of a policy, and the policy itself (raas §7). */
export interface HistoryRow extends Omit<PolicyRow, 'tgt_name' | 'schedule'> {
  readonly jid: string;
  readonly state: CommandState;
  readonly fun: string;
  readonly user: string;
  readonly user_uuid: string;
  readonly expected: number;
  readonly returned: number;
  readonly returned_good: number;
  readonly returned_failed: number;
  readonly create_time: string;
}

/** The runs of a policy, oldest first where nothing is said to sort by. */
export function runHistory(
  raas: Raas,
  policy: Policy,
  runs: readonly PolicyRun<unknown>[],
  wanted: HistoryFilters,
): Page<HistoryRow> {
  const { tgt_name: _, schedule: __, ...row } = policyRow(raas, policy, runs);
  const rows = runs
    .filter(({ policy_uuid }) => policy_uuid === policy.uuid)
    .map((run): HistoryRow => ({ ...row, ...shown(run) }));
  const fitting = rows.filter(
    ({ jid, state, fun, user, expected, returned }) =>
      (wanted.jid === null || jid === wanted.jid) &&
      (wanted.state === null || wanted.state.includes(state)) &&
      holds(fun, wanted.fun) &&
      holds(user, wanted.user) &&
      expected >= wanted.expected &&
      returned >= wanted.returned,
  );
  return pageOf(fitting, wanted, (one, name) => one[name as 'jid']);
}

function shown(run: PolicyRun<unknown>) {
  const { jid, user, expected, returned, created } = run;
  return {
    jid,
    state: stateOf(run),
    fun: functionOf(run),
    user: user.name,
    user_uuid: user.uuid,
    expected,
    returned,
    returned_good: returned,
    returned_failed: 0,
    create_time: isoformat(created),
  };
}

/** The state of the command that a run was. */
function stateOf({ expected, returned }: PolicyRun<unknown>): CommandState {
  return returned < expected ? 'completed_missing_returns' : 'completed_all_successful';
}
