import type { Resources } from '../../../../schemas/generated/raas/resources.ts';
import { isoformat } from '../../../python/datetime.ts';
import { isHighstate, type Command } from '../../commands/command.ts';
import { progressOf } from '../../commands/progress.ts';
import { within } from '../../within.ts';
import { holds, holdsAny, pageOf, type Paging, type SortKey } from '../../paging.ts';
import type { Raas } from '../../raas.ts';

type Arguments = Resources['cmd']['get_cmds']['arguments'];
type Row = Resources['cmd']['get_cmds']['reply']['results'][number];

const MICROSECONDS = 1_000_000;

/** A command as `cmd.get_cmds` shows it (raas §7). */
export function commandRow({ returns }: Pick<Raas, 'returns'>, command: Command) {
  const { jid, cmd, fun, arg, state, job, target, schedule, user } = command;
  const done = [...command.runs].filter(([, { isDone }]) => isDone);
  const duration =
    command.finished === undefined ? null : (command.finished - command.created) / MICROSECONDS;
  return {
    jid,
    cmd,
    fun,
    arg: { arg: [...arg.arg], kwarg: { ...arg.kwarg } },
    state,
    is_highstate: isHighstate(fun, arg),
    job_uuid: job?.uuid ?? null,
    job_name: job?.name ?? null,
    job_desc: job?.desc ?? null,
    job_source: 'raas',
    masters_to: command.masters.map(({ master_id }) => master_id),
    masters_done: done.map(([id]) => id),
    origination: schedule === undefined ? 'Ad-Hoc' : 'Scheduled',
    ...progressOf(command, returns),
    duration,
    start_time: isoformat(command.created),
    sched_uuid: schedule?.uuid ?? null,
    sched_name: schedule?.name ?? null,
    tgt_uuid: target?.uuid ?? null,
    tgt_name: target?.name ?? null,
    tgt_desc: target?.desc ?? null,
    user: user.name,
    user_uuid: user.uuid,
  } satisfies Row;
}

/** `cmd.get_cmds`: the commands that were asked for, a page of them. */
export function getCmds(raas: Raas, args: Arguments) {
  const isInTime = within(args);
  const found = raas.commands
    .all()
    .filter((command) => isInTime(command.created) && matches(command, args));
  return pageOfCommands(raas, found, args);
}

/** A page of commands, as rows; only what is sorted by is worked out of those beside it. */
export function pageOfCommands(raas: Raas, commands: readonly Command[], paging: Paging) {
  const page = pageOf(commands, paging, (command, name) => {
    if (name === 'start_time' || name === 'create_time') return command.created;
    return commandRow(raas, command)[name as keyof ReturnType<typeof commandRow>] as SortKey;
  });
  return { ...page, results: page.results.map((command) => commandRow(raas, command)) };
}

function matches(command: Command, args: Arguments): boolean {
  const { job, target, schedule } = command;
  return (
    holds(command.jid, args.jid) &&
    (args.master_id === null ||
      command.masters.some(({ master_id }) => holds(master_id, args.master_id))) &&
    (args.state === null ||
      args.state.some((state) => state === command.state) !== (args.state_invert ?? false)) &&
    isAsked(args.job_uuid, job?.uuid) &&
    holdsAny(job?.name, args.job_names) &&
    isAsked(args.sched_uuid, schedule?.uuid) &&
    holdsAny(schedule?.name, args.sched_names) &&
    isAsked(args.tgt_uuid, target?.uuid) &&
    holdsAny(target?.name, args.tgt_names) &&
    holds(command.fun, args.fun) &&
    (args.highstate === null || args.highstate === isHighstate(command.fun, command.arg)) &&
    isAsked(args.cmd, command.cmd) &&
    holdsAny(command.user.name, args.users) &&
    isOfOrigin(command, args) &&
    !(args.filter_find_job && command.fun === FIND_JOB) &&
    !(args.filter_refresh_grains && REFRESH_GRAINS.includes(command.fun))
  );
}

/** Functions that say nothing to people. */
export const FIND_JOB = 'saltutil.find_job';
const REFRESH_GRAINS = ['saltutil.refresh_grains', 'saltutil.sync_grains'];

/** Whether what was asked for, if anything, is the value. */
export function isAsked(asked: string | null, value: string | undefined): boolean {
  return asked === null || asked === value;
}

/** `include_adhoc`, where it is said, goes before `include_adhoc_scheduled`. */
function isOfOrigin(
  { schedule }: Command,
  { include_adhoc, include_adhoc_scheduled }: Arguments,
): boolean {
  if (include_adhoc !== null) return include_adhoc || schedule !== undefined;
  if (include_adhoc_scheduled === 'scheduled') return schedule !== undefined;
  return include_adhoc_scheduled !== 'adhoc' || schedule === undefined;
}
