import { isoformat } from '../../python/datetime.ts';
import { MICROSECONDS } from '../../master/clock.ts';
import { holds } from '../paging.ts';
import type { Raas } from '../raas.ts';
import { grouped } from './counts.ts';
import { stateRows, type StateRow } from './state-row.ts';

/** Which highstates are looked at; what is absent or null leaves all of them. */
export interface HighstateFilter {
  readonly jid?: string | null;
  readonly saltenv?: string | null;
  readonly master_id?: string | null;
  readonly minion_id?: string | null;
  readonly test?: boolean | null;
  /** In minutes. */
  readonly age_limit?: number | null;
}

/** What each state of each minion came to last, in the highstates that are looked at. */
export function latestStates(raas: Raas, filter: HighstateFilter): StateRow[] {
  const { jid = null, saltenv = null, master_id = null, minion_id = null } = filter;
  const { test = null, age_limit = null } = filter;
  const oldest =
    age_limit === null ? '' : isoformat(raas.clock.now() - age_limit * 60 * MICROSECONDS);
  const rows = stateRows(raas.returns).filter(
    (row) =>
      holds(row.jid, jid) &&
      holds(row.saltenv, saltenv) &&
      holds(row.master_id, master_id) &&
      holds(row.minion_id, minion_id) &&
      (test === null || row.isTest === test) &&
      row.stamp >= oldest,
  );
  return newest(rows);
}

/** The newest row of each state of each minion. */
export function newest(rows: readonly StateRow[]): StateRow[] {
  return grouped(rows, ({ master_id, minion_id, saltenv, state }) => [
    master_id,
    minion_id,
    saltenv,
    state,
  ]).map((group) => group.reduce((last, row) => (row.jid >= last.jid ? row : last)));
}
