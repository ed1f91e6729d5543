import type { Resources } from '../../../../schemas/generated/raas/resources.ts';
import type { Caller } from '../../accounts/caller.ts';
import { workOf } from '../../commands/work-of.ts';
import type { JsonObject } from '../../json.ts';
import type { Raas } from '../../raas.ts';
import { RpcError } from '../../rpc/rpc-error.ts';
import type { Schedule, ScheduledWork } from '../../schedules/schedule.ts';
import { timesOf, type When } from '../../schedules/times/timing.ts';
import { newUuid } from '../../uuid.ts';
import { expectAllowed } from '../cmd/route-cmd.ts';

type SaveArguments = Resources['schedule']['save']['arguments'];
type UpdateArguments = Resources['schedule']['update']['arguments'];

/** What of a schedule its owner says. */
type Said = Omit<Schedule, 'uuid' | 'owner' | 'times' | 'skips' | 'lastFired'>;

/** `schedule.save`: makes a schedule, or puts a new one in the place of that with the uuid (raas §7). */
export function saveSchedule(raas: Raas, caller: Caller, args: SaveArguments): string {
  const { uuid, ...said } = args;
  const before = uuid === null ? undefined : findSchedule(raas, uuid);
  return store(raas, caller, { ...said, ...workSaid(args) }, before);
}

/** `schedule.update`: changes what is given of a schedule, and takes away what `delete_fields` names (raas §7). */
export function updateSchedule(raas: Raas, caller: Caller, args: UpdateArguments): string {
  const before = args.uuid === null ? byName(raas, args.name) : findSchedule(raas, args.uuid);
  const gone = new Set(args.delete_fields ?? []);
  const given = <Value>(value: Value | null, name: keyof ScheduledWork, old: Value | null) =>
    value ?? (gone.has(name) ? null : old);
  const changesTarget = args.tgt !== null || args.tgt_uuid !== null;
  const changesWork = args.job_uuid !== null || args.fun !== null;
  const old = {
    ...before,
    ...(changesTarget && { tgt: null, tgt_uuid: null }),
    ...(changesWork && { job_uuid: null, fun: null, cmd: null }),
  };
  const schedule = { ...(args.schedule ?? before.schedule) };
  for (const name of gone) delete schedule[name as keyof When];
  const said: Said = {
    name: args.name ?? before.name,
    schedule,
    function: args.function,
    enabled: args.enabled ?? before.enabled,
    ...workSaid({
      job_uuid: given(args.job_uuid, 'job_uuid', old.job_uuid),
      cmd: given(args.cmd, 'cmd', old.cmd),
      fun: given(args.fun, 'fun', old.fun),
      arg: given(args.arg as JsonObject | null, 'arg', old.arg),
      masters: given(args.masters, 'masters', old.masters),
      tgt: given(args.tgt as JsonObject | null, 'tgt', old.tgt),
      tgt_uuid: given(args.tgt_uuid, 'tgt_uuid', old.tgt_uuid),
    }),
  };
  return store(raas, caller, said, before);
}

/** A function without a kind runs on minions. */
function workSaid(given: {
  readonly [Field in keyof ScheduledWork]: unknown;
}): ScheduledWork {
  const { job_uuid, cmd, fun, arg, masters, tgt, tgt_uuid } = given as unknown as ScheduledWork;
  const kind = job_uuid === null ? (cmd ?? 'local') : cmd;
  return { job_uuid, cmd: kind, fun, arg, masters, tgt, tgt_uuid };
}

/** A schedule whose times stay the same goes on counting from where it began. */
function store(raas: Raas, caller: Caller, said: Said, before: Schedule | undefined): string {
  expectAllowed(raas, caller, workOf(raas, caller, { ...said, disposition: null }));
  const isAsBefore = JSON.stringify(before?.schedule) === JSON.stringify(said.schedule);
  const schedule: Schedule = {
    ...said,
    uuid: before?.uuid ?? newUuid(raas.random),
    owner: before?.owner ?? caller.user,
    times:
      before !== undefined && isAsBefore ? before.times : timesOf(said.schedule, raas.clock.now()),
    skips: new Set(isAsBefore ? before?.skips : []),
    lastFired: before?.lastFired,
  };
  raas.schedules.set(schedule.uuid, schedule);
  raas.scheduler.plan(schedule);
  return schedule.uuid;
}

/** @throws RpcError where there is no such schedule */
export function findSchedule({ schedules }: Raas, uuid: string): Schedule {
  const found = schedules.get(uuid);
  if (found === undefined)
    throw new RpcError('NotFound', `There is no schedule ${uuid}.`, { uuid });
  return found;
}

function byName({ schedules }: Raas, name: string | null): Schedule {
  const found = [...schedules.values()].find((schedule) => schedule.name === name);
  if (found !== undefined) return found;
  throw new RpcError('NotFound', `There is no schedule ${name ?? 'without a name'}.`, { name });
}
