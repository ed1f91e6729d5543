import type { Resources } from '../../../../schemas/generated/raas/resources.ts';
import {
  average,
  countGroups,
  countStates,
  durationOf,
  grouped,
  hasChanged,
  hasFailed,
  namedCounts,
  type Group,
} from '../../highstates/counts.ts';
import { latestStates } from '../../highstates/latest-states.ts';
import type { StateRow } from '../../highstates/state-row.ts';
import { holds, pageOf, type SortKey } from '../../paging.ts';
import type { Raas } from '../../raas.ts';
import type { Call } from '../../rpc/resource.ts';
import { minionsOfGroup } from '../../targets/minions-of-group.ts';

type Arguments<Method extends keyof Resources['cmd']> = Resources['cmd'][Method]['arguments'];

/** `cmd.get_highstate_minions`: how the last highstates of minions went (raas §7). */
export function getHighstateMinions(call: Call<Arguments<'get_highstate_minions'>>) {
  const { raas, args } = call;
  const isIn = minionsOfGroup(call, args.tgt_uuid, 'tgt_uuid');
  const all = latestStates(raas, args).filter(isIn);
  const groups = grouped(all, ({ master_id, minion_id }) => [master_id, minion_id]);
  const kept = groups.filter((rows) => hasOutcome(rows, args));
  const rows = kept.map((states) => {
    const [{ master_uuid, master_id, minion_id }] = states;
    return {
      master_uuid,
      master_id,
      minion_id,
      ...runsOf(states),
      total_states: states.length,
      ...namedCounts('states', countStates(states)),
      total_duration: durationOf(states),
    };
  });
  const summed = args.filter_summary ? kept : groups;
  return {
    summary: {
      total_minions: summed.length,
      avg_states_per_minion: average(summed.flat().length, summed.length),
      ...namedCounts('minions', countGroups(summed)),
      avg_duration: average(durationOf(summed.flat()), summed.length),
    },
    ...pageOf(rows, args, sortKey),
  };
}

/** `cmd.get_highstate_states`: how states went on all minions (raas §7). */
export function getHighstateStates(raas: Raas, args: Arguments<'get_highstate_states'>) {
  const all = latestStates(raas, args);
  const groups = grouped(all, ({ state, sls }) => [state, sls]);
  const kept = groups.filter(
    (rows) =>
      rows.some(({ state, sls }) => holds(state, args.state) && holds(sls, args.sls)) &&
      hasOutcome(rows, args),
  );
  const rows = kept.map((states) => {
    const [{ state, sls }] = states;
    return {
      state,
      sls,
      total_minions: minionsIn(states).length,
      ...namedCounts('minions', countGroups(minionsIn(states))),
      avg_duration: average(durationOf(states), states.length),
      ...runsOf(states),
    };
  });
  const summed = args.filter_summary ? kept : groups;
  return {
    summary: {
      total_states: summed.length,
      avg_minions_per_state: average(
        summed.reduce((sum, states) => sum + minionsIn(states).length, 0),
        summed.length,
      ),
      ...namedCounts('states', countGroups(summed)),
      avg_duration: average(durationOf(summed.flat()), summed.flat().length),
    },
    ...pageOf(rows, args, sortKey),
  };
}

/** `cmd.get_highstate_state_details`: how one state, by its exact name, went on each minion (raas §7). */
export function getHighstateStateDetails(
  raas: Raas,
  args: Arguments<'get_highstate_state_details'>,
) {
  const all = latestStates(raas, args).filter(({ state }) => state === args.state);
  const kept = all.filter((row) => hasOutcome([row], args) && holds(row.comment, args.comment));
  const summed = args.filter_summary ? kept : all;
  const rows = kept.map((row) => ({
    master_id: row.master_id,
    minion_id: row.minion_id,
    jid: row.jid,
    saltenv: row.saltenv,
    ...outcome(row),
  }));
  return {
    summary: {
      total_minions: minionsIn(summed).length,
      ...namedCounts('minions', countGroups(minionsIn(summed))),
      avg_duration: average(durationOf(summed), summed.length),
    },
    ...pageOf(rows, args, sortKey),
  };
}

/** `cmd.get_highstate_minion_details`: how each state went on one minion, by its exact id (raas §7). */
export function getHighstateMinionDetails(
  raas: Raas,
  args: Arguments<'get_highstate_minion_details'>,
) {
  const { minion_id, ...filter } = args;
  const all = latestStates(raas, filter).filter((row) => row.minion_id === minion_id);
  const kept = all.filter(
    (row) =>
      holds(row.state, args.state) &&
      holds(row.sls, args.sls) &&
      holds(row.comment, args.comment) &&
      hasOutcome([row], args),
  );
  const summed = args.filter_summary ? kept : all;
  const rows = kept.map((row) => ({
    state: row.state,
    sls: row.sls,
    saltenv: row.saltenv,
    jid: row.jid,
    run_num: row.run_num,
    ...outcome(row),
  }));
  return {
    summary: {
      total_states: summed.length,
      ...namedCounts('states', countStates(summed)),
      total_duration: durationOf(summed),
    },
    ...pageOf(rows, args, sortKey),
  };
}

function outcome({ result, duration, num_changes, changes, comment }: StateRow) {
  return { result, duration, num_changes, changes, comment };
}

function runsOf(states: readonly StateRow[]): { jids: string[]; saltenvs: string[] } {
  return {
    jids: [...new Set(states.map(({ jid }) => jid))],
    saltenvs: [...new Set(states.map(({ saltenv }) => saltenv))],
  };
}

function minionsIn(states: readonly StateRow[]): Group[] {
  return grouped(states, ({ master_id, minion_id }) => [master_id, minion_id]);
}

/** Whether states went as asked for: `result` asks whether none failed, `changes` whether any changed something. */
function hasOutcome(
  states: readonly StateRow[],
  { result, changes }: { readonly result: boolean | null; readonly changes: boolean | null },
): boolean {
  return (
    (result === null || states.some(hasFailed) !== result) &&
    (changes === null || states.some(hasChanged) === changes)
  );
}

function sortKey(row: Readonly<Record<string, unknown>>, name: string): SortKey {
  return row[name === 'changes' ? 'num_changes' : name] as SortKey;
}
