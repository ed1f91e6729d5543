import { MICROSECONDS } from '../../master/clock.ts';
import { isoformat } from '../../python/datetime.ts';
import { pageOf, type Page, type Paging } from '../paging.ts';
import type { Raas } from '../raas.ts';
import { newUuid } from '../uuid.ts';

/** How many seconds a unit of `get_stats_history` has. */
const UNITS = { seconds: 1, minutes: 60, hours: 3600, days: 86_400 } as const;

/** What was so at a time. */
interface Snapshot<Stats> {
  readonly uuid: string;
  /** In microseconds since the epoch. */
  readonly time: number;
  readonly stats: Stats;
}

/** How far back to look, and which page. */
export interface HistoryRange extends Paging {
  readonly since_time: number;
  readonly time_unit: keyof typeof UNITS;
}

/** A snapshot as it is shown; that it tells its time is inferred from what it is sorted by. */
export interface SnapshotRow<Stats> {
  readonly uuid: string;
  readonly time_stamp: string;
  readonly stats: Stats;
}

/** Stats as they were after each change. */
export class StatsHistory<Stats> {
  readonly #snapshots: Snapshot<Stats>[] = [];

  /** Notes what is so now. */
  note({ random, clock }: Raas, stats: Stats): void {
    this.#snapshots.push({ uuid: newUuid(random), time: clock.now(), stats });
  }

  /** What was noted lately, oldest first where nothing is said to sort by. */
  since(
    { clock }: Raas,
    { since_time, time_unit, ...paging }: HistoryRange,
  ): Page<SnapshotRow<Stats>> {
    const start = clock.now() - since_time * UNITS[time_unit] * MICROSECONDS;
    const lately = this.#snapshots.filter(({ time }) => time >= start);
    const { count, results } = pageOf(lately, paging, ({ time }) => time);
    const rows = results.map(({ uuid, time, stats }) => ({
      uuid,
      time_stamp: isoformat(time),
      stats,
    }));
    return { count, results: rows };
  }
}
