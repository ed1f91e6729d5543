import { MONTHS, WEEKDAYS, placeOf } from './names.ts';

const SECOND = 1_000_000;
const DAY = 86_400 * SECOND;

/** What a text says of a date and a time of day; what it does not say is that of today at midnight. */
interface Said {
  year?: number;
  month?: number;
  day?: number;
  weekday?: number;
  /** Microseconds since midnight. */
  time?: number;
}

/** How a text may begin, and what each beginning says; a false one is refused. */
const READERS: readonly (readonly [
  RegExp,
  (said: Said, parts: readonly (string | undefined)[]) => boolean,
])[] = [
  [/^[\s,]+|^T(?=\d)|^(?:at|on|of)\b/i, () => true],
  [
    /^(\d{4})-(\d{1,2})-(\d{1,2})(?!\d)/,
    (said, [, year, month, day]) => setDate(said, year, month, day),
  ],
  [
    /^(\d{4})\/(\d{1,2})\/(\d{1,2})(?!\d)/,
    (said, [, year, month, day]) => setDate(said, year, month, day),
  ],
  [
    /^(\d{1,2})\/(\d{1,2})\/(\d{4})(?!\d)/,
    (said, [, month, day, year]) => setDate(said, year, month, day),
  ],
  [
    /^(\d{1,2}):(\d{2})(?::(\d{2})(?:\.(\d{1,6}))?)?\s*([ap]m)?\b/i,
    (said, [, hour, minute, second, fraction, half]) =>
      setTime(said, [hour, minute, second, fraction], half),
  ],
  [/^(\d{1,2})\s*([ap]m)\b/i, (said, [, hour, half]) => setTime(said, [hour], half)],
  [/^(\d{4})\b/, (said, [, year]) => setPart(said, 'year', Number(year), 1, 9999)],
  [/^(\d{1,2})(?:st|nd|rd|th)?\b/i, (said, [, day]) => setPart(said, 'day', Number(day), 1, 31)],
  [/^([a-z]+)\.?/i, (said, [, word]) => setNamed(said, word ?? '')],
];

/**
 * A time as `dateutil.parser.parse` reads it, as far as people write one into a schedule: dates of
 * numbers, month and weekday by name, times of day with and without am and pm. In microseconds since
 * the epoch; undefined where it raises, and for what is not read here.
 *
 * @param now what the text leaves open is that of this day
 */
export function parseDate(text: string, now: number): number | undefined {
  const said: Said = {};
  let rest = text;
  while (rest !== '') {
    const reader = READERS.find(([pattern]) => pattern.test(rest));
    const parts = reader?.[0].exec(rest);
    if (reader === undefined || !parts || !reader[1](said, parts)) return undefined;
    rest = rest.slice(parts[0].length);
  }
  return Object.keys(said).length === 0 ? undefined : instantOf(said, now);
}

/** Whether what a text means depends on the day it is read on. */
export function isOfItsDay(text: string): boolean {
  const at = (day: number): number | undefined => parseDate(text, day * DAY);
  return at(20_454) !== at(20_455) || at(20_454) !== at(20_500);
}

function instantOf(said: Said, now: number): number | undefined {
  const today = new Date(now / 1000);
  const [year, month] = [said.year ?? today.getUTCFullYear(), said.month ?? today.getUTCMonth()];
  const last = new Date(Date.UTC(year, month + 1, 0)).getUTCDate();
  if (said.day !== undefined && said.day > last) return undefined;
  const date = new Date(Date.UTC(year, month, said.day ?? Math.min(today.getUTCDate(), last)));
  const ahead =
    said.weekday === undefined || said.day !== undefined
      ? 0
      : (said.weekday - date.getUTCDay() + 7) % 7;
  return date.getTime() * 1000 + ahead * DAY + (said.time ?? 0);
}

function setPart(
  said: Said,
  name: keyof Said,
  value: number,
  least: number,
  most: number,
): boolean {
  if (said[name] !== undefined || value < least || value > most) return false;
  said[name] = value;
  return true;
}

function setDate(said: Said, year?: string, month?: string, day?: string): boolean {
  return (
    setPart(said, 'year', Number(year), 1, 9999) &&
    setPart(said, 'month', Number(month) - 1, 0, 11) &&
    setPart(said, 'day', Number(day), 1, 31)
  );
}

function setTime(said: Said, parts: readonly (string | undefined)[], half?: string): boolean {
  const [hour = 0, minute = 0, second = 0] = parts.slice(0, 3).map((part) => Number(part ?? 0));
  const isHalf = half !== undefined;
  if (minute > 59 || second > 59 || hour > (isHalf ? 12 : 23) || (isHalf && hour === 0))
    return false;
  const hours = isHalf ? (hour % 12) + (/p/i.test(half) ? 12 : 0) : hour;
  const fraction = Number((parts[3] ?? '').padEnd(6, '0'));
  const time = (hours * 3600 + minute * 60 + second) * SECOND + fraction;
  return setPart(said, 'time', time, 0, DAY);
}

function setNamed(said: Said, word: string): boolean {
  const month = placeOf(MONTHS, word);
  if (month >= 0) return setPart(said, 'month', month, 0, 11);
  const weekday = placeOf(WEEKDAYS, word);
  return weekday >= 0 && setPart(said, 'weekday', weekday, 0, 6);
}
