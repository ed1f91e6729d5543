import { callAsMaster } from '../../master/clients/call-as-master.ts';
import { gatherReturns } from '../../master/clients/gather-returns.ts';
import { publishAsMaster } from '../../master/publish.ts';
import type { PyDict } from '../../python/value.ts';
import { withKwargs } from '../../master/with-kwargs.ts';
import { toPython } from '../json.ts';
import type { AttachedMaster } from '../masters/attached-master.ts';
import { saltTarget } from '../targets/salt-target.ts';
import type { Command } from './command.ts';

/** A command that a master has begun to run. */
export interface BegunRun {
  /** Whose returns are to come. */
  readonly expected: readonly string[];
  /** Resolves when all have come, or those that have not are given up. */
  readonly over: Promise<unknown>;
}

/**
 * Runs a command on a master as its plugin does: under the command's own jid, as the master's own
 * user, and on a time that nobody waits for.
 */
export function runCommand(attached: AttachedMaster, command: Command): BegunRun {
  return command.cmd === 'local'
    ? runOnMinions(attached, command)
    : runOnMaster(attached, command, command.cmd);
}

function runOnMinions({ master, master_id }: AttachedMaster, command: Command): BegunRun {
  const expression = command.tgt?.['*'] ?? command.tgt?.[master_id];
  const { config, clock } = master;
  const job =
    expression &&
    publishAsMaster(master, {
      ...saltTarget(master, expression),
      fun: command.fun,
      arg: withKwargs(...argumentsOf(command)),
      jid: command.jid,
      clock: clock.unattended,
    });
  if (job === undefined) return { expected: [], over: Promise.resolve() };
  const over = gatherReturns(master, job, {
    timeout: config.timeout,
    gatherJobTimeout: config.gather_job_timeout,
    clock: clock.unattended,
  });
  return { expected: job.minions, over };
}

function runOnMaster(
  { master, master_id }: AttachedMaster,
  command: Command,
  kind: 'runner' | 'wheel',
): BegunRun {
  const [args, kwargs] = argumentsOf(command);
  const over = callAsMaster(master, { kind, fun: command.fun, args, kwargs, jid: command.jid });
  return { expected: [master_id], over };
}

function argumentsOf({ arg: { arg, kwarg } }: Command): [ReturnType<typeof toPython>[], PyDict] {
  return [arg.map(toPython), toPython(kwarg) as PyDict];
}
