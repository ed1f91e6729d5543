import { dict, type PyDict, type PyValue } from '../../python/value.ts';
import type { Master } from '../master.ts';
import { publish } from '../publish.ts';
import { commandOf } from './command.ts';
import { timeoutOf } from './timeouts.ts';

/**
 * `local_async`: the jid and the targeted minions, or an empty dict where nobody was targeted.
 *
 * @throws SaltError where the timeout of the chunk leaves no time to publish
 */
export function localAsync(master: Master, chunk: PyDict): PyValue {
  const command = commandOf(chunk, master.resolveNodegroups);
  timeoutOf(chunk.get('timeout'), master.config.timeout);
  const job = publish(master, command);
  return job === undefined ? new Map() : dict({ jid: job.jid, minions: [...job.minions] });
}
