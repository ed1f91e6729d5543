import { compareCodePoints } from '../python/compare.ts';
import { isDict, type PyDict, type PyValue } from '../python/value.ts';
import { gatherReturns, noReturn } from './clients/gather-returns.ts';
import type { Master } from './master.ts';
import { publishAsMaster } from './publish.ts';
import { withKwargs } from './with-kwargs.ts';

/** A job that the master itself gives. */
export interface MasterJob {
  readonly tgt: PyValue;
  readonly tgtType: string;
  readonly fun: PyValue;
  readonly arg: readonly PyValue[];
  readonly kwarg: PyDict;
  /** Seconds; as the master's configuration says where it is absent. */
  readonly timeout?: number;
}

/**
 * What the targeted minions return to a job of the master's own, by id; a silent minion is `false`,
 * or a text on lines that explain it (seen on 3006.28, 3007.15 and 3008.3).
 */
export async function publishAndGather(master: Master, job: MasterJob): Promise<PyDict> {
  const { config, profile } = master;
  const published = publishAsMaster(master, {
    tgt: job.tgt,
    fun: job.fun,
    arg: withKwargs(job.arg, job.kwarg),
    tgt_type: job.tgtType,
  });
  if (published === undefined) return new Map();
  await gatherReturns(master, published, {
    timeout: job.timeout ?? config.timeout,
    gatherJobTimeout: config.gather_job_timeout,
  });
  const answer: PyDict = new Map();
  for (const [id, data] of published.returns) answer.set(id, data.get('return') ?? null);
  for (const id of published.silent().toSorted(compareCodePoints)) {
    const explained = profile.silentMinion === 'did not return text';
    answer.set(id, explained ? (noReturn(published.jid).get('ret') ?? null) : false);
  }
  return answer;
}

/** The keyword arguments of a call that go to a job as they are: a dict, or nothing. */
export function kwargOf(value: PyValue): PyDict {
  return isDict(value) ? value : new Map();
}
