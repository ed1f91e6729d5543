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
