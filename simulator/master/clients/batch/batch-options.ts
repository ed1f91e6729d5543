import { integerOf } from '../../../python/int.ts';
import { getOr, isTruthy, pick, type PyDict, type PyValue } from '../../../python/value.ts';
import type { MasterConfig } from '../../config.ts';
import { SaltError } from '../../salt-error.ts';

/** The part of the minions that runs at once, where a chunk does not say. */
const STANDARD_BATCH = '10%';

/** The keys of a chunk that say who asks; of the others that it does not know a batch passes none on. */
const CREDENTIALS = ['eauth', 'username', 'password', 'token'] as const;

/** What a chunk for `local_batch` says of how it is run. */
export interface BatchOptions {
  readonly batch: PyValue;
  /** Whether it ends at the first failure. */
  readonly failhard: boolean;
  /** Whether it gives the events of the returns instead of the returns. */
  readonly raw: boolean;
  /** Seconds from a return until another minion may take its place. */
  readonly wait: number;
  /** Seconds, as given. */
  readonly timeout: PyValue;
  readonly gatherJobTimeout: PyValue;
  readonly credentials: PyDict;
}

/**
 * Reads the options of a batch.
 *
 * @throws SaltError for a `batch_wait` that is no number, a `gather_job_timeout` that is null, and
 * a `timeout` that is a text or leaves no time: to the client a plain 500
 */
export function batchOptions(chunk: PyDict, config: MasterConfig): BatchOptions {
  const wait = integerOf(getOr(chunk, 'batch_wait', 0));
  if (wait === undefined) throw new SaltError('other', 'batch_wait must be a number');
  const timeout = getOr(chunk, 'timeout', config.timeout);
  if (typeof timeout === 'string' || (typeof timeout === 'number' && timeout <= 0))
    throw new SaltError('other', 'timeout must be a number of seconds');
  const gatherJobTimeout = getOr(chunk, 'gather_job_timeout', config.gather_job_timeout);
  if (integerOf(gatherJobTimeout) === undefined)
    throw new SaltError('other', 'gather_job_timeout must be a number');
  return {
    batch: getOr(chunk, 'batch', STANDARD_BATCH),
    failhard: isTruthy(chunk.get('failhard')),
    raw: isTruthy(chunk.get('raw')),
    wait,
    timeout,
    gatherJobTimeout,
    credentials: pick(chunk, CREDENTIALS),
  };
}
