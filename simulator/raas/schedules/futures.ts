import { MICROSECONDS } from '../../master/clock.ts';
import type { DateRange } from '../date-range.ts';
import type { Raas } from '../raas.ts';
import type { Schedule } from './schedule.ts';
import { splayed } from './splayed.ts';

/** A time at which a schedule is to run. */
export interface Future {
  readonly schedule: Schedule;
  /** Without splay, in microseconds since the epoch. */
  readonly time: number;
  readonly start: number;
  readonly state: 'skipping' | 'disabled' | 'scheduled';
}

/** How far ahead is looked: eight weeks, unless a range is asked for (raas §7). */
const HORIZON = 8 * 7 * 86_400 * MICROSECONDS;

/** The most times of one schedule that are worked out: a minute apart, those of two months. */
const MOST = 100_000;

/** The times to come of a schedule, in order; those of a range, or else of the next eight weeks. */
export function futuresOf(
  { clock, random }: Raas,
  schedule: Schedule,
  range: DateRange | undefined,
): Future[] {
  const futures: Future[] = [];
  const now = clock.now();
  const last = range?.end ?? now + HORIZON;
  let time = schedule.times(Math.max(now, (range?.start ?? 0) - 1));
  while (time !== undefined && time <= last && futures.length < MOST) {
    const state = stateAt(schedule, time);
    futures.push({ schedule, time, start: splayed(schedule, time, random), state });
    time = schedule.times(time);
  }
  return futures;
}

function stateAt({ skips, enabled }: Schedule, time: number): Future['state'] {
  if (skips.has(time)) return 'skipping';
  return enabled ? 'scheduled' : 'disabled';
}
