import { PyFloat, isDict, type PyDict, type PyValue } from '../../../python/value.ts';
import { MICROSECONDS } from '../../clock.ts';

/** How a batch is run. */
export interface BatchRules {
  /** Minions at once. */
  readonly size: number;
  readonly failhard: boolean;
  /** Seconds that a place stays empty after a return. */
  readonly wait: number;
}

/**
 * Which minions of a batch wait for their turn, are at work, and are done. Knows no job and no
 * event; instants are microseconds since the epoch.
 */
export class BatchState {
  readonly rules: BatchRules;
  /** Every minion that is to run. */
  readonly minions: readonly string[];
  readonly created: number;
  readonly pending: string[];
  /** When each minion at work was given the job. */
  readonly active = new Map<string, number>();
  /** The return of each minion that is done. */
  readonly done = new Map<string, PyDict>();
  /** The minions that never returned. */
  readonly timedOut: string[] = [];
  /** When places become free again. */
  waits: readonly number[] = [];
  lastProgress: number;
  /** Whether a failure has ended the batch. */
  isHalted = false;

  constructor(minions: readonly string[], rules: BatchRules, now: number) {
    this.minions = minions;
    this.rules = rules;
    this.pending = [...minions];
    this.created = now;
    this.lastProgress = now;
  }

  get isOver(): boolean {
    return this.isHalted || (this.pending.length === 0 && this.active.size === 0);
  }

  /**
   * Takes returns and silences in, and gives the minions whose turn it is.
   *
   * @param returns the full entries of minions that have just returned
   */
  progress(
    returns: ReadonlyMap<string, PyDict>,
    silent: readonly string[],
    now: number,
  ): readonly string[] {
    const { size, wait, failhard } = this.rules;
    for (const [id, entry] of returns) this.done.set(id, entry);
    this.timedOut.push(...silent);
    const ended = [...returns.keys(), ...silent];
    for (const id of ended) this.active.delete(id);
    const free = wait > 0 ? ended.map(() => now + wait * MICROSECONDS) : [];
    this.waits = [...this.waits, ...free].filter((instant) => instant > now);
    this.isHalted = failhard && [...returns.values()].some(isFailure);
    this.lastProgress = now;
    if (this.isHalted) return [];
    const places = Math.max(0, size - this.active.size - this.waits.length);
    const next = this.pending.splice(0, places);
    for (const id of next) this.active.set(id, now);
    return next;
  }
}

/** Whether a return's retcode is above zero; of several functions the highest counts. */
export function isFailure(returned: PyDict): boolean {
  const retcode = returned.get('retcode') ?? 0;
  const codes = isDict(retcode) ? [...retcode.values()] : [retcode];
  return codes.some((code) => numberOf(code) > 0);
}

function numberOf(code: PyValue): number {
  if (code instanceof PyFloat) return code.value;
  return typeof code === 'number' || typeof code === 'bigint' ? Number(code) : 0;
}
