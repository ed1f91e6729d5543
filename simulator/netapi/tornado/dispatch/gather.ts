import { commandOf } from '../../../master/clients/command.ts';
import { timeoutOf } from '../../../master/clients/timeouts.ts';
import type { Master } from '../../../master/master.ts';
import { publish, publishAsMaster } from '../../../master/publish.ts';
import type { PyDict, PyValue } from '../../../python/value.ts';

const NOBODY = 'No minions matched the target. No command was sent, no jid was assigned.';

/**
 * What minions return to a chunk, by id in the order of arrival, until all have or the time is up:
 * whoever is silent is not in it (rest-tornado-wsgi §3.4; seen on 3006.28, 3007.15 and 3008.3).
 *
 * Beside it the targeted minions are asked once whether they are still at it; the answer changes
 * nothing but what is on the event bus.
 */
export async function gather(master: Master, low: PyDict): Promise<PyValue> {
  const { config, clock } = master;
  const command = commandOf(low, master.resolveNodegroups);
  // No time at all is too little to publish in; how long is waited for returns, the master says.
  timeoutOf(low.get('timeout'), config.timeout);
  const job = publish(master, command);
  if (job === undefined) return NOBODY;
  const { tgt, tgt_type } = command;
  publishAsMaster(master, { tgt, tgt_type, fun: 'saltutil.find_job', arg: [job.jid] });
  await job.complete(clock, config.gather_job_timeout);
  return new Map([...job.returns].map(([id, data]) => [id, data.get('return') ?? null]));
}
