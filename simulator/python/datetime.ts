import { remember } from './remember.ts';

const SECOND = 1_000_000;
const MILLISECOND = 1000;

/** A time in microseconds since the epoch as Python's naive UTC `isoformat`; no fraction where it is zero. */
export function isoformat(microseconds: number): string {
  const text = isoSeconds(Math.floor(microseconds / SECOND));
  const fraction = microseconds % SECOND;
  return fraction === 0 ? text : `${text}.${String(fraction).padStart(6, '0')}`;
}

/** Most instants that are asked for lie in one second. */
const isoSeconds = remember((seconds: number) =>
  new Date(seconds * MILLISECOND).toISOString().slice(0, 19),
);

/** A time in microseconds since the epoch as an HTTP date: `Tue, 24 Nov 2026 11:41:25 GMT`. */
export function httpDate(microseconds: number): string {
  return httpSeconds(Math.floor(microseconds / SECOND));
}

const httpSeconds = remember((seconds: number) => new Date(seconds * MILLISECOND).toUTCString());

const DAYS = ['Sun', 'Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat'];
const MONTHS = 'Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec'.split(' ');

/** A time in microseconds since the epoch as Python's `time.asctime` in UTC: `Tue Jan  2 03:04:05 2024`. */
export function asctime(microseconds: number): string {
  const time = new Date(Math.floor(microseconds / SECOND) * MILLISECOND);
  const day = String(time.getUTCDate()).padStart(2, ' ');
  const clock = time.toISOString().slice(11, 19);
  return `${DAYS[time.getUTCDay()]} ${MONTHS[time.getUTCMonth()]} ${day} ${clock} ${time.getUTCFullYear()}`;
}
