import { dumps } from '../../python/json-dumps.ts';
import type { Clock } from '../../master/clock.ts';
import type { Master } from '../../master/master.ts';
import { beatsSince } from '../masters/heartbeat.ts';
import { masterPresence } from '../masters/known-master.ts';
import type { Masters } from '../masters/masters.ts';
import type { KnownMinions } from '../minions/known-minions.ts';
import { JobTally } from './job-tally.ts';
import { RAAS_SOURCE, type Metrics } from './metrics.ts';

/** Counts what happens on masters and what there is of them. */
export class MasterCounts {
  readonly #metrics: Metrics;
  readonly #masters: Masters;
  readonly #minions: KnownMinions;
  readonly #clock: Clock;
  readonly #tallies: JobTally[] = [];
  readonly #heard = new Set<Master>();
  #isRefreshing = false;

  constructor(metrics: Metrics, masters: Masters, minions: KnownMinions, clock: Clock) {
    this.#metrics = metrics;
    this.#masters = masters;
    this.#minions = minions;
    this.#clock = clock;
    masters.onAttach(({ master_id, master }) => {
      if (this.#heard.has(master)) return;
      this.#heard.add(master);
      this.#hear(master_id, master);
    });
  }

  /** Brings up to date what can change without an event. */
  refresh(): void {
    for (const tally of this.#tallies) tally.giveUp();
    const now = this.#clock.now();
    const known = this.#masters.list();
    const present = known.filter((master) => masterPresence(master, now) === 'present');
    this.#metrics.set('sse_masters', RAAS_SOURCE, present.length);
    for (const master of known) {
      const source = master.master_id;
      if (master.attachedAt !== undefined) {
        const beats = beatsSince(master.attachedAt, now);
        this.#metrics.set('raas_master_sseapi_engine_iteration_count', source, beats);
      }
      const minions = this.#minions.acceptedOf(master);
      this.#metrics.set('sse_minions', source, minions.length);
      const counts = { present: 0, lost: 0, unknown: 0 };
      for (const minion of minions) counts[minion.presence().status] += 1;
      for (const [status, count] of Object.entries(counts))
        this.#metrics.set(`sse_minions_${status}`, source, count);
    }
  }

  /** Many keys that change at once are counted once. */
  #refreshSoon(): void {
    if (this.#isRefreshing) return;
    this.#isRefreshing = true;
    this.#clock.soon(() => {
      this.#isRefreshing = false;
      this.refresh();
    });
  }

  #hear(source: string, master: Master): void {
    const tally = new JobTally(this.#metrics, source, this.#clock);
    this.#tallies.push(tally);
    for (const metric of ['salt_event_count', 'salt_event_size_bytes'])
      this.#metrics.add(metric, source, 0);
    master.events.listen((event) => {
      this.#metrics.add('salt_event_count', source);
      this.#metrics.add('salt_event_size_bytes', source, dumps(event.data).length);
      tally.hear(event);
      if (event.tag === 'salt/key' || event.tag.endsWith('/start')) this.#refreshSoon();
    });
  }
}
