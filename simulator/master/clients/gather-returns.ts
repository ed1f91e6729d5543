import { dict, isDict, type PyDict } from '../../python/value.ts';
import { MICROSECONDS, type Clock } from '../clock.ts';
import type { Master } from '../master.ts';
import { publish, publishAsMaster } from '../publish.ts';
import type { PublishedJob } from '../published-job.ts';

/** How long to wait for returns, in seconds, and as whom to ask after a job. */
export interface Patience {
  readonly timeout: number;
  readonly gatherJobTimeout: number;
  /** The credentials that the questions go out with; absent where the master itself asks. */
  readonly credentials?: PyDict;
  /** The time to wait in; the master's where it is absent. */
  readonly clock?: Clock;
}

/**
 * Waits for the returns of a job as the client library does (salt-core §3.5).
 *
 * When `timeout` has passed it asks the silent minions with `saltutil.find_job` whether they are
 * still at it, waits the whole `gatherJobTimeout`, and asks again for as long as one says yes.
 */
export async function gatherReturns(
  master: Master,
  job: PublishedJob,
  patience: Patience,
): Promise<void> {
  const { clock = master.clock } = patience;
  const givenUpAt = new Map<string, number>();
  if (await job.complete(clock, patience.timeout)) return;
  for (;;) {
    const question = askAfter(master, job, patience);
    if (await job.complete(clock, patience.gatherJobTimeout)) return;
    const busy = question === undefined ? [] : stillRunning(question);
    const askedAt = clock.now() - patience.gatherJobTimeout * MICROSECONDS;
    for (const id of busy) givenUpAt.set(id, askedAt + patience.timeout * MICROSECONDS);
    if (busy.length > 0) continue;
    const last = Math.max(0, ...job.silent().map((id) => givenUpAt.get(id) ?? 0));
    await job.complete(clock, Math.max(0, last - clock.now()) / MICROSECONDS);
    return;
  }
}

/** Publishes `saltutil.find_job` to the minions that have not returned. */
function askAfter(
  master: Master,
  job: PublishedJob,
  { credentials }: Patience,
): PublishedJob | undefined {
  const command = {
    tgt: job.silent(),
    fun: 'saltutil.find_job',
    arg: [job.jid],
    tgt_type: 'list',
  };
  if (credentials === undefined) return publishAsMaster(master, command);
  return publish(master, { ...command, ret: '', jid: '', kwargs: credentials });
}

function stillRunning(question: PublishedJob): string[] {
  return [...question.returns]
    .filter(([, data]) => {
      const answer = data.get('return') ?? null;
      return isDict(answer) && answer.size > 0;
    })
    .map(([id]) => id);
}

/** What stands for a minion that did not return, as the client library explains it. */
export function noReturn(jid: string): PyDict {
  return dict({
    out: 'no_return',
    ret:
      'Minion did not return. [No response]\nThe minions may not have all finished running and any' +
      ' remaining minions will return upon completion. To look up the return data for this job' +
      ` later, run the following command:\n\nsalt-run jobs.lookup_jid ${jid}`,
    retcode: 1,
  });
}
