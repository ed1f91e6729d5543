import type { Resources } from '../../../../schemas/generated/raas/resources.ts';
import type { Command } from '../../commands/command.ts';
import { within } from '../../within.ts';
import { holds, holdsAny } from '../../paging.ts';
import type { Raas } from '../../raas.ts';
import { FIND_JOB, isAsked, pageOfCommands } from '../cmd/get-cmds.ts';
import { mentions } from './schedule-row.ts';

type InflightArguments = Resources['schedule']['get_inflight']['arguments'];
type HistoryArguments = Resources['schedule']['search_history']['arguments'];

/** `schedule.get_inflight`: the commands of schedules that are under way, and others where they are asked for (raas §7). */
export function getInflight(raas: Raas, args: InflightArguments) {
  const isInTime = within(args);
  const found = raas.commands
    .unfinished()
    .filter((command) => isInTime(command.created) && isWantedInflight(command, args));
  return pageOfCommands(raas, found, args);
}

function isWantedInflight(command: Command, args: InflightArguments): boolean {
  const { schedule, job, target, fun, cmd, state } = command;
  return (
    (schedule !== undefined || args.include_adhoc === true) &&
    isAsked(args.uuid, schedule?.uuid) &&
    holdsAny(schedule?.name, args.sched_names) &&
    holdsAny(job?.name, args.job_names) &&
    holdsAny(target?.name, args.tgt_names) &&
    holds(fun, args.fun) &&
    isAsked(args.cmd, cmd) &&
    (args.paused === null || args.paused === (state === 'paused')) &&
    !(args.filter_find_job && fun === FIND_JOB)
  );
}

/** `schedule.search_history`: the commands that schedules have given, newest first (raas §7). */
export function searchHistory(raas: Raas, args: HistoryArguments) {
  const isInTime = within(args);
  const found = raas.commands
    .all()
    .filter((command) => isInTime(command.created) && isWantedInHistory(command, args));
  return pageOfCommands(raas, found, { ...args, sort_by: 'start_time', reverse: true });
}

function isWantedInHistory(command: Command, args: HistoryArguments): boolean {
  const { schedule, masters, target, tgt = {}, fun, cmd } = command;
  const expressions = Object.values(tgt).map((expression) => expression.tgt);
  const { query } = args;
  return (
    schedule !== undefined &&
    isAsked(args.uuid ?? null, schedule.uuid) &&
    isAsked(args.cmd, cmd) &&
    holds(fun, args.fun) &&
    (args.masters === null || masters.some(({ master_id }) => holds(master_id, args.masters))) &&
    (args.tgt === null || mentions([target?.name ?? null, ...expressions], args.tgt)) &&
    (query === null || mentions(searched(command, args), query))
  );
}

/** What a query is looked for in: the parts that the call names, else name and function. */
function searched({ schedule, fun, arg }: Command, { name, arg: inArg, kwarg }: HistoryArguments) {
  const isAnyNamed = name || inArg || kwarg;
  return [
    ...(name || !isAnyNamed ? [schedule?.name ?? ''] : []),
    ...(isAnyNamed ? [] : [fun]),
    ...(inArg ? arg.arg : []),
    ...(kwarg ? [arg.kwarg] : []),
  ];
}
