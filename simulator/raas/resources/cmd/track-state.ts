import type { Resources } from '../../../../schemas/generated/raas/resources.ts';
import { isLast } from '../../commands/command.ts';
import { COMMAND_STATES } from '../../commands/command-state.ts';
import { dateRange } from '../../date-range.ts';
import { expectAttached } from '../../masters/attached-master.ts';
import type { Raas } from '../../raas.ts';
import { RpcError } from '../../rpc/rpc-error.ts';

type Arguments = Resources['cmd']['track_state']['arguments'];

/**
 * `cmd.track_state`: a master's plugin tells the state of a command, and which minions it waits for
 * (raas §7).
 *
 * @throws RpcError for an unknown command or master, and for what is no state
 */
export function trackState(raas: Raas, args: Arguments): null {
  const { commands, clock, masters } = raas;
  const { jid, minions } = args;
  const command = commands.get(jid);
  if (command === undefined) throw new RpcError('NotFound', `There is no command ${jid}.`, { jid });
  const { master_id } = expectAttached(masters, args.master, 'master');
  const state = COMMAND_STATES.find((known) => known === args.state);
  if (state === undefined)
    throw new RpcError('InvalidRequest', `There is no state ${args.state}.`, {
      state: [`must be among ${COMMAND_STATES.join(', ')}`],
    });
  if (minions !== null) {
    const time = args.create_time;
    const taken = dateRange(time === null ? null : [time, time], null)?.start ?? clock.now();
    const run = command.runs.get(master_id);
    const expected = new Set([...(run?.expected ?? []), ...minions]);
    command.runs.set(master_id, { taken, isDone: false, ...run, expected });
  }
  if (isLast(state)) commands.finish(command, state, clock.now());
  else command.state = state;
  return null;
}
