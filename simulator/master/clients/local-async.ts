import { dict, type PyDict, type PyValue } from '../../python/value.ts';
import type { Master } from '../master.ts';
import { publish } from '../publish.ts';
import { commandOf } from './command.ts';

/** `local_async`: the jid and the targeted minions, or an empty dict where nobody was targeted. */
export function localAsync(master: Master, chunk: PyDict): PyValue {
  const job = publish(master, commandOf(chunk, master.resolveNodegroups));
  return job === undefined ? new Map() : dict({ jid: job.jid, minions: [...job.minions] });
}
