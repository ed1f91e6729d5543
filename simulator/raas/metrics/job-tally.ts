import { MICROSECONDS, type Clock } from '../../master/clock.ts';
import type { SaltEvent } from '../../master/event-bus.ts';
import type { Metrics } from './metrics.ts';

/** Seconds after which a job that has not returned everywhere is given up. Our choice. */
const PATIENCE_SECONDS = 300;

/** A job that has not returned everywhere. */
interface OpenJob {
  readonly started: number;
  missing: number;
  hasFailed: boolean;
}

/** Counts how the jobs of a master end, as its events tell. */
export class JobTally {
  readonly #metrics: Metrics;
  readonly #source: string;
  readonly #clock: Clock;
  readonly #open = new Map<string, OpenJob>();

  constructor(metrics: Metrics, source: string, clock: Clock) {
    this.#metrics = metrics;
    this.#source = source;
    this.#clock = clock;
    for (const end of ['all_successful', 'with_errors', 'missing_returns']) this.#count(end, 0);
    this.#metrics.set('sse_jobs_in_progress', source, 0);
    this.#metrics.add('raas_master_commands_processed', source, 0);
  }

  hear({ tag, data }: SaltEvent): void {
    const [, jid = '', what = ''] = /^salt\/job\/([^/]+)\/(new|ret\/)/.exec(tag) ?? [];
    if (what === 'new') {
      const minions = data.get('minions');
      const missing = Array.isArray(minions) ? minions.length : 0;
      this.#metrics.add('raas_master_commands_processed', this.#source);
      if (missing > 0)
        this.#open.set(jid, { started: this.#clock.now(), missing, hasFailed: false });
    } else if (what === 'ret/') this.#hearReturn(jid, data.get('success') !== true);
    else return;
    this.#showOpen();
  }

  /** Counts what is not waited for any longer. */
  giveUp(): void {
    const oldest = this.#clock.now() - PATIENCE_SECONDS * MICROSECONDS;
    for (const [jid, { started }] of this.#open)
      if (started < oldest) {
        this.#open.delete(jid);
        this.#count('missing_returns', 1);
      }
    this.#showOpen();
  }

  #hearReturn(jid: string, hasFailed: boolean): void {
    const job = this.#open.get(jid);
    if (job === undefined) return;
    job.missing -= 1;
    job.hasFailed ||= hasFailed;
    if (job.missing > 0) return;
    this.#open.delete(jid);
    this.#count(job.hasFailed ? 'with_errors' : 'all_successful', 1);
  }

  #count(end: string, more: number): void {
    this.#metrics.add(`sse_jobs_complete_${end}`, this.#source, more);
  }

  #showOpen(): void {
    this.#metrics.set('sse_jobs_in_progress', this.#source, this.#open.size);
  }
}
