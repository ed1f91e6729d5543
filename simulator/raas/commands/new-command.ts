import { newJid } from '../../master/jid.ts';
import type { User } from '../accounts/user.ts';
import type { Raas } from '../raas.ts';
import type { Command, Control, Work } from './command.ts';

/** What is told of a command beside what it runs. */
export interface CommandOrigin {
  readonly user: User;
  /** A new one where it is absent. */
  readonly jid?: string;
  readonly schedule?: Command['schedule'];
  readonly control?: Control;
}

/** A command as it is before any master knows of it. */
export function newCommand(
  { clock }: Raas,
  work: Work,
  { user, jid = newJid(clock), schedule, control }: CommandOrigin,
): Command {
  return {
    ...work,
    jid,
    user: { uuid: user.uuid, name: user.username },
    schedule,
    control,
    created: clock.now(),
    state: 'new',
    finished: undefined,
    runs: new Map(),
  };
}
