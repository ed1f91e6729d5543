import type { Caller } from '../accounts/caller.ts';
import { newCommand } from '../commands/new-command.ts';
import { workOf } from '../commands/work-of.ts';
import type { Raas } from '../raas.ts';
import { RpcError } from '../rpc/rpc-error.ts';
import type { Schedule } from './schedule.ts';

/**
 * Runs a schedule: its work becomes a command, which is skipped at once where that was asked for.
 *
 * One that is disabled does nothing, and neither does one of which enough commands are under way, or
 * whose owner could not give the command any longer.
 *
 * @param time the time that it was to run at, without splay
 */
export function fireSchedule(raas: Raas, schedule: Schedule, time: number): void {
  if (!schedule.enabled || isRunningEnough(raas, schedule)) return;
  const work = workFor(raas, schedule);
  if (work === undefined) return;
  const { uuid, name, owner } = schedule;
  const command = newCommand(raas, work, { user: owner, schedule: { uuid, name } });
  const isSkipped = schedule.skips.delete(time);
  if (!isSkipped) schedule.lastFired = command.created;
  raas.engine.submit(command);
  if (isSkipped) raas.commands.finish(command, 'skipped', command.created);
}

function isRunningEnough({ commands }: Raas, { uuid, schedule }: Schedule): boolean {
  const { maxrunning = 0 } = schedule;
  const running = commands.unfinished().filter((command) => command.schedule?.uuid === uuid);
  return maxrunning > 0 && running.length >= maxrunning;
}

function workFor(raas: Raas, schedule: Schedule): ReturnType<typeof workOf> | undefined {
  const caller: Caller = { user: schedule.owner, session_uuid: '' };
  try {
    return workOf(raas, caller, { ...schedule, disposition: null });
  } catch (error) {
    if (error instanceof RpcError) return undefined;
    throw error;
  }
}
