import { isoformat } from '../../python/datetime.ts';
import type { Command } from '../commands/command.ts';
import { newCommand } from '../commands/new-command.ts';
import { toPython, type JsonObject } from '../json.ts';
import type { Raas } from '../raas.ts';
import { storedReturn } from '../returns/stored-return.ts';
import type { User } from '../accounts/user.ts';
import { groupBy } from './group-by.ts';
import { RUN_FUNCTIONS, type Action, type Place, type Policy } from './policy.ts';

/** What a policy was run with, and what became of it. */
export interface RanPolicy {
  readonly jid: string;
  readonly user: User;
  readonly action: Action;
  readonly schedule: Command['schedule'];
  readonly expected: readonly Place[];
  readonly returned: readonly Place[];
  /** What a minion tells that it did. */
  readonly summary: (place: Place) => JsonObject;
}

/**
 * Has `cmd` and `ret` tell of a policy that was run, as of any other command. It has not gone through
 * the masters: that minions have the function is not known of any Salt.
 */
export function recordCommand(raas: Raas, policy: Policy, ran: RanPolicy): void {
  const { jid, user, action, schedule, expected, returned } = ran;
  const group = raas.targets.groups.get(policy.tgt_uuid);
  const fun = RUN_FUNCTIONS[action];
  const byMaster = groupBy(expected, ({ attached }) => attached);
  const arg = { arg: [], kwarg: { policy_uuid: policy.uuid } };
  const command = newCommand(
    raas,
    {
      cmd: 'local',
      fun,
      arg,
      masters: [...byMaster.keys()],
      tgt: group?.tgt,
      job: undefined,
      target: group,
    },
    { user, jid, ...(schedule !== undefined && { schedule }) },
  );
  for (const [{ master_id }, places] of byMaster)
    command.runs.set(master_id, {
      expected: new Set(places.map(({ minion }) => minion.id)),
      taken: command.created,
      isDone: true,
    });
  for (const place of returned)
    raas.returns.addReturn(
      storedReturn(
        { jid, master: place.attached, minion_id: place.minion.id },
        new Map(
          Object.entries({
            fun,
            fun_args: [],
            return: toPython(ran.summary(place)),
            retcode: 0,
            success: true,
            user: user.username,
            _stamp: isoformat(command.created),
          }),
        ),
      ),
    );
  raas.commands.add(command);
  const isWhole = returned.length === expected.length;
  const state = isWhole ? 'completed_all_successful' : 'completed_missing_returns';
  raas.commands.finish(command, state, raas.clock.now());
}
