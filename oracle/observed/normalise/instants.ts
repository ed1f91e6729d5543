/** Milliseconds since the epoch. */
export type Instant = number;

const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];
const MONTH = `(?:${MONTHS.join('|')})`;

const HTTP_DATE = new RegExp(`[A-Z][a-z]{2}, \\d{2} ${MONTH} \\d{4} \\d{2}:\\d{2}:\\d{2} GMT`, 'g');
const STAMP = /\d{4}-\d{2}-\d{2}([T ])\d{2}:\d{2}:\d{2}\.\d{6}/g;
const EPOCH = /(?<![\d.])\d{10}(\.\d+)?(?![\d.])/g;

/** What belongs to a job id, and the start time that Salt spells from one. */
export const JID = /(?<!\d)\d{20}(?!\d)/g;
export const START_TIME = new RegExp(
  `(\\d{4}), (${MONTH}) (\\d{2}) (\\d{2}):(\\d{2}):(\\d{2})\\.(\\d{6})`,
  'g',
);

/** How far an instant of the present may be from the Date of its reply: no exchange takes longer. */
const PRESENT = 10 * 60_000;

/** Whether an instant is of the time of a recording, and not one that somebody made up; the span is in milliseconds. */
export function isPresent(instant: Instant, now: Instant, span = PRESENT): boolean {
  return Math.abs(instant - now) <= span;
}

/** The instant that a job id spells, NaN where it spells none. */
export function instantOfJid(jid: string): Instant {
  const [year, month, day, hour, minute, second, milli] = [
    [0, 4],
    [4, 6],
    [6, 8],
    [8, 10],
    [10, 12],
    [12, 14],
    [14, 17],
  ].map(([from, to]) => jid.slice(from, to));
  return Date.parse(`${year}-${month}-${day}T${hour}:${minute}:${second}.${milli}Z`);
}

/** The job id that a start time was spelled from. */
export function jidOfStartTime(match: readonly string[]): string {
  const [, year = '', month = '', ...rest] = match;
  return year + String(MONTHS.indexOf(month) + 1).padStart(2, '0') + rest.slice(0, 5).join('');
}

/**
 * Replaces instants by how they lie to the Date of their reply, so that it still shows whether a
 * session ends after ten hours or after ten minutes; those that lie elsewhere are data, and stay.
 */
export function relativeInstants(text: string, now: Instant): string {
  return text
    .replace(HTTP_DATE, (date) => relative('date', Date.parse(date), now, MINUTE) ?? date)
    .replace(STAMP, (stamp, separator: string) => {
      const isNow = isPresent(Date.parse(`${stamp.replace(' ', 'T')}Z`), now);
      return isNow ? `<day>${separator}<time of day>` : stamp;
    })
    .replace(EPOCH, (seconds, fraction?: string) => {
      const name = fraction === undefined ? 'seconds' : 'time';
      return relative(name, Number(seconds) * 1000, now, STEP) ?? seconds;
    });
}

/** Offsets are told in steps of this many seconds; a reply takes a few to be made. */
const STEP = 10;

/** A cookie is made when the reply is, which may be some seconds after it was dated. */
const MINUTE = 60;

/** Seconds to either side within which somebody may ask for something to expire. */
const HORIZON = 400 * 86_400;

function relative(name: string, instant: Instant, now: Instant, step: number): string | undefined {
  const seconds = (instant - now) / 1000;
  if (Number.isNaN(seconds) || Math.abs(seconds) > HORIZON) return undefined;
  // A reply is dated when it is begun: what comes with it is up to some seconds later.
  const offset = Math.floor((seconds + 2) / step) * step;
  if (offset === 0) return `<${name}>`;
  return `<${name} ${offset < 0 ? '-' : '+'} ${Math.abs(offset)} s>`;
}
