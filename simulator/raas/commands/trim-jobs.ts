import { isoformat } from '../../python/datetime.ts';
import type { Returns } from '../returns/returns.ts';
import type { Trimmable, TrimmedJobs } from '../trimming.ts';
import type { Commands } from './commands.ts';

/** Commands, and what was published and returned, as `admin.trim_database` takes old ones away (raas §7). */
export function trimmableJobs(commands: Commands, returns: Returns): Trimmable<TrimmedJobs> {
  return {
    trim(before, test) {
      const old = commands.olderThan(before);
      const expected = old.flatMap(({ runs }) =>
        [...runs.values()].map((run) => run.expected.size),
      );
      const jid = jidAt(before);
      const counts = {
        commands: old.length,
        'minions-expected': expected.reduce((sum, size) => sum + size, 0),
        ...returns.countBefore(jid),
      };
      if (!test) {
        commands.forget(old);
        returns.forgetBefore(jid);
      }
      return counts;
    },
  };
}

/** The first jid that an instant, in microseconds since the epoch, can have. */
function jidAt(instant: number): string {
  return isoformat(instant - (instant % 1_000_000)).replace(/[-:T]/g, '') + '000000';
}
