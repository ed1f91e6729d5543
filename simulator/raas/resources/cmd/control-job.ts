import { newJid } from '../../../master/jid.ts';
import type { Caller } from '../../accounts/caller.ts';
import { isLast, type Command, type Control } from '../../commands/command.ts';
import { newCommand } from '../../commands/new-command.ts';
import type { Raas } from '../../raas.ts';
import { RpcError } from '../../rpc/rpc-error.ts';
import { expectAllowed } from './route-cmd.ts';

/** Which command something is done to: one by its jid, or the newest unfinished one of a job. */
export interface Which {
  readonly job_uuid: string | null;
  readonly jid: string | null;
}

/** What minions are told, and the state that the command is in until it is done. */
const ACTIONS = {
  pause: { fun: 'state.pause', state: 'pausing' },
  resume: { fun: 'state.resume', state: 'resuming' },
  stop: { fun: 'saltutil.term_job', state: 'stopping' },
} as const;

/**
 * `cmd.pause_job`, `resume_job`, `stop_job`: a command that does something to another one; answers
 * with its own jid (raas §7).
 *
 * @throws RpcError where there is no such command, or it is over
 */
export function controlJob(
  raas: Raas,
  caller: Caller,
  action: Control['action'],
  which: Which,
): string {
  const target = targetOf(raas, which);
  expectAllowed(raas, caller, target);
  const { fun, state } = ACTIONS[action];
  const jid = newJid(raas.clock);
  const command = newCommand(
    raas,
    { ...target, cmd: 'local', fun, arg: { arg: [target.jid], kwarg: {} } },
    { user: caller.user, jid, control: { action, jid: target.jid } },
  );
  target.state = state;
  raas.engine.submit(command);
  return jid;
}

function targetOf({ commands }: Raas, { job_uuid, jid }: Which): Command {
  if ((job_uuid === null) === (jid === null)) {
    const fault = 'Give either job_uuid or jid.';
    throw new RpcError('InvalidRequest', fault, { job_uuid: [fault], jid: [fault] });
  }
  if (jid === null) {
    const found = commands.unfinished().findLast(({ job }) => job?.uuid === job_uuid);
    if (found !== undefined) return found;
    throw new RpcError('NotFound', `No command of the job ${job_uuid} is under way.`, { job_uuid });
  }
  const found = commands.get(jid);
  if (found === undefined) throw new RpcError('NotFound', `There is no command ${jid}.`, { jid });
  if (isLast(found.state))
    throw new RpcError('InvalidRequest', `The command ${jid} is over.`, { jid });
  return found;
}
