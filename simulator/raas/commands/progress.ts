import type { Returns } from '../returns/returns.ts';
import { hasErrors, type StoredReturn } from '../returns/stored-return.ts';
import type { Command } from './command.ts';
import type { CommandState } from './command-state.ts';

/** How far a command has come, in minions. */
export interface Progress {
  readonly expected: number;
  readonly returned: number;
  readonly not_returned: number;
  readonly returned_good: number;
  readonly returned_failed: number;
}

/** One of those whose return a command waits for. */
export interface Expected {
  readonly master_id: string;
  readonly minion_id: string;
  /** When the master's plugin took the command, in microseconds since the epoch. */
  readonly taken: number;
  readonly returned: StoredReturn | undefined;
}

/** Everybody whose return a command waits for, by master. */
export function expectedOf({ jid, runs }: Command, returns: Returns): Expected[] {
  return [...runs].flatMap(([master_id, { expected, taken }]) =>
    [...expected].map((minion_id) => ({
      master_id,
      minion_id,
      taken,
      returned: returns.get(jid, master_id, minion_id),
    })),
  );
}

/** How far a command has come. */
export function progressOf(command: Command, returns: Returns): Progress {
  const expected = expectedOf(command, returns);
  const returned = expected.flatMap((one) => (one.returned === undefined ? [] : [one.returned]));
  const failed = returned.filter(hasErrors);
  return {
    expected: expected.length,
    returned: returned.length,
    not_returned: expected.length - returned.length,
    returned_good: returned.length - failed.length,
    returned_failed: failed.length,
  };
}

/** What a command has come to once nothing more is to come of it; one that nobody was to return to has gone well. */
export function outcomeOf(command: Command, returns: Returns): CommandState {
  const { not_returned, returned_failed } = progressOf(command, returns);
  if (not_returned > 0) return 'completed_missing_returns';
  return returned_failed > 0 ? 'completed_failures' : 'completed_all_successful';
}
