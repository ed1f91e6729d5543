import { nextOfCron } from '../../../python/dates/croniter.ts';
import type { Zone } from './zone.ts';

/** Times that come again: the next one after an instant, both in microseconds since the epoch. */
export type Pattern = (after: number) => number | undefined;

const SECOND = 1_000_000;
const DAY = 86_400 * SECOND;

/**
 * Times that are equally far from each other, the first of them at an instant.
 *
 * @param isFirstOne whether that instant is one of them
 */
export function every(interval: number, start: number, isFirstOne: boolean): Pattern {
  const first = isFirstOne ? start : start + interval;
  return (after) =>
    after < first ? first : first + (Math.floor((after - first) / interval) + 1) * interval;
}

/** One time. */
export function once(instant: number): Pattern {
  return (after) => (after < instant ? instant : undefined);
}

/** The times that a cron expression names, on the clocks of a zone. */
export function byCron(expression: string, zone: Zone): Pattern {
  return (after) => {
    let local: number | undefined = zone.localOf(after);
    // Where clocks are set back, an hour comes twice; a time in it has been when it comes again.
    for (;;) {
      local = nextOfCron(expression, local);
      if (local === undefined) return undefined;
      const instant = zone.instantOf(local);
      if (instant > after) return instant;
    }
  };
}

/** Times of the day, in microseconds, on days of the week, 0 for Sunday. */
export type Times = ReadonlyMap<number, readonly number[]>;

/** Times of the day on days of the week, on the clocks of a zone. */
export function byDay(times: Times, zone: Zone): Pattern {
  return (after) => {
    const today = Math.floor(zone.localOf(after) / DAY);
    // A week and a day from now is the same day of the week, and surely later.
    for (let day = today; day <= today + 8; day++) {
      // The epoch was a Thursday.
      const found = (times.get((day + 4) % 7) ?? [])
        .map((time) => zone.instantOf(day * DAY + time))
        .filter((instant) => instant > after);
      if (found.length > 0) return Math.min(...found);
    }
    return undefined;
  };
}

/** The earliest of the times that several patterns give. */
export function anyOf(patterns: readonly Pattern[]): Pattern {
  return (after) => {
    const found = patterns.flatMap((pattern) => pattern(after) ?? []);
    return found.length === 0 ? undefined : Math.min(...found);
  };
}
