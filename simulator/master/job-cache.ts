import type { PyDict, PyValue } from '../python/value.ts';
import { MICROSECONDS, type Clock } from './clock.ts';
import { isDict } from '../python/value.ts';
import { inPayload } from './payload.ts';
import { Periodic } from './periodic.ts';

/** The load a job was published with, as the cache keeps it. */
export interface JobLoad {
  readonly fun: PyValue;
  readonly arg: readonly PyValue[];
  readonly tgt: PyValue;
  readonly tgt_type: string;
  readonly user: PyValue;
  readonly metadata?: PyValue;
}

/** The fields of a return that the cache keeps, in its order. */
const RETURN_FIELDS = ['return', 'retcode', 'success', 'out'] as const;

/** One return in the cache; no dict of its own, since a busy master keeps a great many. */
export type CachedReturn = Readonly<Partial<Record<(typeof RETURN_FIELDS)[number], PyValue>>>;

/** A job in the cache; runner and wheel jobs have a load without minions. */
export interface Job {
  readonly jid: string;
  readonly load: JobLoad;
  readonly minions: readonly string[];
  readonly returns: ReadonlyMap<string, CachedReturn>;
  /** When the cache last wrote the job, in microseconds. */
  readonly stored: number;
}

/**
 * The master's job cache.
 *
 * The maintenance loop removes jobs older than `keep_jobs_seconds` each `loop_interval`. Expired jobs
 * and jobs that never were look the same (salt-core §5).
 */
export class JobCache {
  readonly #clock: Clock;
  readonly #keep: number;
  readonly #cleaning: Periodic;
  readonly #jobs = new Map<string, Job & { readonly returns: Map<string, CachedReturn> }>();

  constructor(clock: Clock, keepJobsSeconds: number, loopInterval: number) {
    this.#clock = clock;
    this.#keep = keepJobsSeconds * MICROSECONDS;
    this.#cleaning = new Periodic(clock, loopInterval);
  }

  /** Stores the load of a job at its publish; one that goes out again keeps its minions and returns. */
  add(jid: string, load: JobLoad, minions: readonly string[]): Job {
    this.#clean();
    const earlier = this.#jobs.get(jid);
    const job = {
      jid,
      load,
      minions: earlier === undefined ? minions : [...new Set([...earlier.minions, ...minions])],
      returns: earlier?.returns ?? new Map<string, CachedReturn>(),
      stored: this.#clock.now(),
    };
    this.#jobs.set(jid, job);
    return job;
  }

  /** Stores a return; the first one of a minion wins, and one for a job nobody knows is dropped. */
  addReturn(jid: string, id: string, fields: CachedReturn): void {
    const returns = this.#jobs.get(jid)?.returns;
    if (returns !== undefined && !returns.has(id)) returns.set(id, fields);
  }

  get(jid: string): Job | undefined {
    this.#clean();
    return this.#jobs.get(jid);
  }

  /** Every job, oldest first. */
  all(): Job[] {
    this.#clean();
    return [...this.#jobs.values()];
  }

  #clean(): void {
    const cleaned = this.#keep === 0 ? undefined : this.#cleaning.due();
    if (cleaned === undefined) return;
    for (const [jid, job] of this.#jobs) {
      if (cleaned - job.stored > this.#keep) this.#jobs.delete(jid);
    }
  }
}

/** What the cache keeps of a return, as values of their own. */
export function cachedReturn(data: PyDict): CachedReturn {
  const kept: { -readonly [Field in keyof CachedReturn]: CachedReturn[Field] } = {};
  for (const field of RETURN_FIELDS) {
    const value = data.get(field);
    if (value !== undefined) kept[field] = inPayload(value);
  }
  return kept;
}

/** The cached returns of a job as Salt shows them, by minion. */
export function cachedReturns({ returns }: Job): PyDict {
  return new Map([...returns].map(([id, kept]) => [id, new Map(Object.entries(kept))]));
}

/** The metadata of a job: given beside the call, or as a keyword argument of the function. */
export function jobMetadata(load: JobLoad): PyValue | undefined {
  if (load.metadata !== undefined) return load.metadata;
  for (const arg of load.arg) {
    if (isDict(arg) && arg.get('__kwarg__') === true && arg.has('metadata'))
      return arg.get('metadata');
  }
  return undefined;
}
