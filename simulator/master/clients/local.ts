import { isTruthy, type PyDict, type PyValue } from '../../python/value.ts';
import type { Master } from '../master.ts';
import { publish } from '../publish.ts';
import { commandOf } from './command.ts';
import { fullEntry } from './full-entry.ts';
import { gatherReturns, noReturn } from './gather-returns.ts';
import { gatherJobTimeoutOf, timeoutOf } from './timeouts.ts';

/**
 * `local`: what each targeted minion returned, by its id; an empty dict where nobody was targeted.
 *
 * A silent minion is `false`, or a text on lines that explain it (salt-core §3.5).
 */
export async function local(master: Master, chunk: PyDict): Promise<PyValue> {
  const command = commandOf(chunk, master.resolveNodegroups);
  const { config, profile } = master;
  const timeout = timeoutOf(chunk.get('timeout'), config.timeout);
  const job = publish(master, command);
  if (job === undefined) return new Map();
  const gatherJobTimeout = gatherJobTimeoutOf(
    chunk.get('gather_job_timeout'),
    config.gather_job_timeout,
  );
  await gatherReturns(master, job, { timeout, gatherJobTimeout, credentials: command.kwargs });
  const fullReturn = isTruthy(chunk.get('full_return'));
  const answer: PyDict = new Map();
  for (const [id, data] of job.returns)
    answer.set(id, fullReturn ? fullEntry(data) : (data.get('return') ?? null));
  const expectMinions = chunk.has('expect_minions')
    ? isTruthy(chunk.get('expect_minions'))
    : profile.silentMinion === 'did not return text';
  const explained = expectMinions ? [...job.silent(), ...job.missing] : job.missing;
  for (const id of explained) {
    const entry = noReturn(job.jid);
    answer.set(id, fullReturn ? entry : (entry.get('ret') ?? null));
  }
  for (const id of job.silent()) if (!answer.has(id)) answer.set(id, false);
  return answer;
}
