import type { Resources } from '../../../../schemas/generated/raas/resources.ts';
import {
  average,
  countGroups,
  countStates,
  durationOf,
  grouped,
  namedCounts,
  type Group,
} from '../../highstates/counts.ts';
import { newest } from '../../highstates/latest-states.ts';
import { stateRows, type StateRow } from '../../highstates/state-row.ts';
import type { Raas } from '../../raas.ts';

type Arguments = Resources['cmd']['get_highstate_stats']['arguments'];

/** `cmd.get_highstate_stats`: how the highstates of each day went, those of the days from `begin_date` to `end_date` (raas §7). */
export function getHighstateStats({ returns }: Raas, { begin_date, end_date, reverse }: Arguments) {
  const days = grouped(stateRows(returns), (row) => [dayOf(row)])
    .map(statsOf)
    .filter(
      ({ date }) =>
        (begin_date === null || date >= begin_date) && (end_date === null || date <= end_date),
    )
    .toSorted((a, b) => (a.date < b.date ? -1 : 1));
  const results = reverse ? days.toReversed() : days;
  return { count: results.length, results };
}

function dayOf({ stamp }: StateRow): string {
  return stamp.slice(0, 10);
}

function statsOf(all: Group) {
  const rows = newest(all);
  const minions = grouped(rows, ({ master_id, minion_id }) => [master_id, minion_id]);
  return {
    date: dayOf(all[0]),
    total_minions: minions.length,
    ...namedCounts('minions', countGroups(minions)),
    minion_avg_duration: average(durationOf(rows), minions.length),
    total_states: rows.length,
    ...namedCounts('states', countStates(rows)),
  };
}
