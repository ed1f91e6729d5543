import { MONTHS, WEEKDAYS, placeOf } from './names.ts';

const MINUTE = 60_000_000;

interface Field {
  readonly least: number;
  readonly most: number;
  readonly names?: readonly string[];
}

const FIELDS: readonly Field[] = [
  { least: 0, most: 59 },
  { least: 0, most: 23 },
  { least: 1, most: 31 },
  { least: 1, most: 12, names: MONTHS },
  { least: 0, most: 7, names: WEEKDAYS },
];

const ALIASES: Readonly<Record<string, string>> = {
  '@hourly': '0 * * * *',
  '@daily': '0 0 * * *',
  '@midnight': '0 0 * * *',
  '@weekly': '0 0 * * 0',
  '@monthly': '0 0 1 * *',
  '@yearly': '0 0 1 1 *',
  '@annually': '0 0 1 1 *',
};

/** Years ahead in which a time is looked for; a date that none of them has does not come. */
const YEARS = 28;

/**
 * The first time after an instant that a cron expression of five fields names, in microseconds since
 * the epoch; undefined for what is no expression, and where no time ever comes.
 *
 * Where both day fields are given, a day that either of them names will do, as with cron itself.
 */
export function nextOfCron(expression: string, now: number): number | undefined {
  const text = ALIASES[expression.trim().toLowerCase()] ?? expression;
  const texts = text.trim().split(/\s+/);
  const sets = texts.map((part, at) => numbersOf(part, FIELDS[at]));
  const [minutes, hours, days, months, weekdays] = sets;
  if (texts.length !== FIELDS.length || !minutes || !hours || !days || !months || !weekdays)
    return undefined;
  const isAnyDay = texts[2] === '*' || texts[4] === '*';
  const isDay = (date: Date): boolean => {
    const byDate = days.has(date.getUTCDate());
    const byWeekday = weekdays.has(date.getUTCDay());
    return isAnyDay ? byDate && byWeekday : byDate || byWeekday;
  };
  const time = new Date(((Math.floor(now / MINUTE) + 1) * MINUTE) / 1000);
  const last = time.getUTCFullYear() + YEARS;
  while (time.getUTCFullYear() <= last) {
    if (!months.has(time.getUTCMonth() + 1))
      time.setTime(Date.UTC(time.getUTCFullYear(), time.getUTCMonth() + 1));
    else if (!isDay(time))
      time.setTime(Date.UTC(time.getUTCFullYear(), time.getUTCMonth(), time.getUTCDate() + 1));
    else if (!hours.has(time.getUTCHours())) time.setUTCHours(time.getUTCHours() + 1, 0, 0, 0);
    else if (!minutes.has(time.getUTCMinutes())) time.setUTCMinutes(time.getUTCMinutes() + 1, 0, 0);
    else return time.getTime() * 1000;
  }
  return undefined;
}

/** The numbers that a field names; undefined where it is none. */
function numbersOf(text: string, field: Field | undefined): ReadonlySet<number> | undefined {
  if (field === undefined) return undefined;
  const numbers = new Set<number>();
  for (const part of text.split(',')) {
    const [, from, to, step] = /^([\w*]+)(?:-(\w+))?(?:\/(\d+))?$/.exec(part) ?? [];
    if (from === undefined || step === '0') return undefined;
    const first = from === '*' ? field.least : numberOf(from, field);
    const standard = from === '*' || step !== undefined ? field.most : first;
    const last = to === undefined ? standard : numberOf(to, field);
    if (first === undefined || last === undefined || last < first) return undefined;
    for (let number = first; number <= last; number += Number(step ?? 1))
      numbers.add(field.names === WEEKDAYS ? number % 7 : number);
  }
  return numbers;
}

function numberOf(text: string, { least, most, names }: Field): number | undefined {
  const place = names === undefined ? -1 : placeOf(names, text);
  const number = place >= 0 ? place + least : /^\d+$/.test(text) ? Number(text) : Number.NaN;
  return number >= least && number <= most ? number : undefined;
}
