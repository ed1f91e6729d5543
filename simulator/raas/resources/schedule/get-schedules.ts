import type { Resources } from '../../../../schemas/generated/raas/resources.ts';
import type { Command } from '../../commands/command.ts';
import { pageOf, holds, holdsAny, type SortKey } from '../../paging.ts';
import type { Raas } from '../../raas.ts';
import { isAsked } from '../cmd/get-cmds.ts';
import { mentions, scheduleRow } from './schedule-row.ts';

type Arguments = Resources['schedule']['get']['arguments'];
type Row = ReturnType<typeof scheduleRow>;

/** `schedule.get`: schedules; those that do not run any more only where that is asked for (raas §7). */
export function getSchedules(raas: Raas, args: Arguments) {
  const last = new Map<string, Command>();
  for (const command of raas.commands.all())
    if (command.schedule !== undefined) last.set(command.schedule.uuid, command);
  const rows = [...raas.schedules.values()]
    .map((schedule) => scheduleRow(raas, schedule, last.get(schedule.uuid)))
    .filter((row) => matches(row, args));
  return pageOf(rows, args, sortKey);
}

function sortKey(row: Row, name: string): SortKey {
  return name === 'sched_name' ? row.name : (row[name as keyof Row] as SortKey);
}

function matches(row: Row, args: Arguments): boolean {
  const isExpired = row.next_fire_time === null;
  const { query } = args;
  return (
    holdsAny(row.name, args.names) &&
    (args.show_past || args.expired === true || !isExpired) &&
    (args.expired === null || args.expired === isExpired) &&
    isAsked(args.cmd, row.cmd ?? undefined) &&
    holds(row.fun, args.fun) &&
    (args.masters === null || args.masters.every((id) => row.masters?.includes(id))) &&
    (args.tgt === null || mentions([row.tgt_name, row.tgt], args.tgt)) &&
    (args.state === null || args.state.some((state) => state === row.status)) &&
    (args.enabled === null || args.enabled === row.enabled) &&
    isAsked(args.uuid, row.uuid) &&
    holdsAny(row.job_name, args.job_names) &&
    holdsAny(row.tgt_name, args.tgt_names) &&
    (query === null || mentions([row.name, row.fun, ...searched(row, args)], query))
  );
}

/** What a query is looked for in, beside the name and the function. */
function searched({ arg }: Row, { arg: inArg, kwarg: inKwarg }: Arguments) {
  const { arg: positional = null, kwarg = null } = arg ?? {};
  return [inArg ? positional : null, inKwarg ? kwarg : null].filter((value) => value !== null);
}
