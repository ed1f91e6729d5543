import type { Resources } from '../../../../schemas/generated/raas/resources.ts';
import { nextOfCron } from '../../../python/dates/croniter.ts';
import { RpcError } from '../../rpc/rpc-error.ts';
import { anyOf, byCron, byDay, every, once, type Pattern } from './pattern.ts';
import { readTime, readTimeOfDay } from './read-time.ts';
import { zoneOf, type Zone } from './zone.ts';

/** When a schedule runs, as `schedule.save` takes it. */
export type When = Resources['schedule']['save']['arguments']['schedule'];

const SECOND = 1_000_000;
const UNITS = { seconds: 1, minutes: 60, hours: 3600, days: 86_400 } as const;
const LEAST_SECONDS = 60;
const WEEKDAYS = ['sun', 'mon', 'tue', 'wed', 'thu', 'fri', 'sat'] as const;

/**
 * The times of a schedule: the next one after an instant, without splay.
 *
 * @param saved when the schedule was saved: from then on its intervals are counted, and it starts
 * @throws RpcError for what names no times, or several kinds of them
 */
export function timesOf(when: When, saved: number): Pattern {
  const zone = zoneOf(when.timezone ?? 'UTC');
  const after = timeOf(when.after, zone, 'after');
  const until = timeOf(when.until, zone, 'until');
  const start = Math.max(saved, after ?? 0);
  const pattern = anyOf([
    patternOf(when, zone, { saved, after }),
    ...(when.run_on_start ? [once(start + 1)] : []),
  ]);
  return restricted(pattern, {
    from: start,
    until,
    range: rangeOf(when, zone),
    skipped: new Set(
      [...(when.skip_explicit ?? []), ...(when.skip_times ?? [])].map((text) =>
        readTime(text, zone, 'skip_times'),
      ),
    ),
  });
}

function patternOf(
  when: When,
  zone: Zone,
  { saved, after }: { readonly saved: number; readonly after: number | undefined },
): Pattern {
  const seconds = secondsOf(when);
  const { cron, once: one, when: days } = when;
  const kinds = [
    seconds === undefined
      ? undefined
      : every(seconds * SECOND, after ?? saved, after !== undefined),
    cron === undefined ? undefined : cronPattern(cron, zone),
    one === undefined || one === null ? undefined : once(readTime(one, zone, 'once')),
    days === undefined ? undefined : byDay(daysOf(days), zone),
  ];
  const [pattern, another] = kinds.filter((kind) => kind !== undefined);
  if (pattern === undefined || another !== undefined)
    throw invalid('must say one of seconds, minutes, hours, days, cron, once and when');
  return pattern;
}

/** The length of an interval; undefined where none is said. */
function secondsOf(when: When): number | undefined {
  const units = Object.entries(UNITS) as [keyof typeof UNITS, number][];
  const said = units.filter(([unit]) => when[unit] !== undefined);
  if (said.length === 0) return undefined;
  const seconds = said.reduce((sum, [unit, length]) => sum + (when[unit] ?? 0) * length, 0);
  if (seconds < LEAST_SECONDS) throw invalid(`must leave ${LEAST_SECONDS} seconds at least`);
  return seconds;
}

function cronPattern(expression: string, zone: Zone): Pattern {
  if (nextOfCron(expression, 0) === undefined)
    throw invalid(`has a cron expression that names no time: ${expression}`);
  return byCron(expression, zone);
}

function daysOf({ daily, weekly }: NonNullable<When['when']>): Map<number, number[]> {
  return new Map(
    WEEKDAYS.map((day, at) => [
      at,
      [...(daily ?? []), ...(weekly?.[day] ?? [])].map(readTimeOfDay),
    ]),
  );
}

/** What leaves some of the times out. */
interface Restrictions {
  readonly from: number;
  readonly until: number | undefined;
  readonly range:
    | { readonly start: number; readonly end: number; readonly isInverted: boolean }
    | undefined;
  readonly skipped: ReadonlySet<number>;
}

function restricted(pattern: Pattern, { from, until, range, skipped }: Restrictions): Pattern {
  return (after) => {
    let last = Math.max(after, from - 1);
    for (;;) {
      const instant = pattern(last);
      if (instant === undefined || (until !== undefined && instant > until)) return undefined;
      last = instant;
      if (range !== undefined) {
        const isInside = range.start <= instant && instant <= range.end;
        if (!range.isInverted && instant > range.end) return undefined;
        if (!range.isInverted && !isInside) last = range.start - 1;
        if (range.isInverted && isInside) last = range.end;
        if (isInside === range.isInverted) continue;
      }
      if (!skipped.has(instant - (instant % SECOND))) return instant;
    }
  };
}

function rangeOf({ range }: When, zone: Zone): Restrictions['range'] {
  if (range === undefined) return undefined;
  return {
    start: readTime(range.start, zone, 'range.start'),
    end: readTime(range.end, zone, 'range.end'),
    isInverted: range.invert ?? false,
  };
}

function timeOf(text: string | null | undefined, zone: Zone, name: string): number | undefined {
  return text === null || text === undefined ? undefined : readTime(text, zone, name);
}

function invalid(fault: string): RpcError {
  return new RpcError('InvalidRequest', `A schedule ${fault}.`, { schedule: [fault] });
}
