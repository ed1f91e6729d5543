import { str } from '../../../python/repr.ts';
import { isTruthy } from '../../../python/value.ts';
import { jidToTime } from '../../jid.ts';
import { given } from '../arguments/given.ts';
import type { ExecutionCall } from '../function.ts';

/**
 * The other state runs of a minion, a sentence each; none where the call is to run beside them
 * (salt.modules.state, running; 3006.28 to 3008.3).
 */
export function runningStates(call: ExecutionCall): string[] {
  if (isTruthy(given(call, 'concurrent'))) return [];
  return call.running
    .filter((job) => str(job.get('fun') ?? null).startsWith('state.'))
    .map((job) => {
      const [fun, pid, jid] = ['fun', 'pid', 'jid'].map((key) => str(job.get(key) ?? null));
      const since = `is running as PID ${pid} and was started at ${jidToTime(jid ?? '')} with jid ${jid}`;
      return `The function "${fun}" ${since}`;
    });
}
