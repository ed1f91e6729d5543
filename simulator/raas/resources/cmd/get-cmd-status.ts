import { isLast } from '../../commands/command.ts';
import type { Commands } from '../../commands/commands.ts';

/** What became of commands, a text a jid: `not-found` until a master has taken it, `complete` once it is over (raas §7). */
export function getCmdStatus(commands: Commands, jids: readonly string[]): string[] {
  return jids.map((jid) => {
    const command = commands.get(jid);
    if (command === undefined) return 'not-found';
    if (isLast(command.state)) return 'complete';
    return command.runs.size === 0 ? 'not-found' : 'incomplete';
  });
}
