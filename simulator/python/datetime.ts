const MILLISECOND = 1000;

/** A time in microseconds since the epoch as Python's naive UTC `isoformat`; no fraction where it is zero. */
export function isoformat(microseconds: number): string {
  const seconds = new Date(Math.floor(microseconds / MILLISECOND)).toISOString().slice(0, 19);
  const fraction = microseconds % 1_000_000;
  return fraction === 0 ? seconds : `${seconds}.${String(fraction).padStart(6, '0')}`;
}

/** A time in microseconds since the epoch as an HTTP date: `Tue, 24 Nov 2026 11:41:25 GMT`. */
export function httpDate(microseconds: number): string {
  return new Date(Math.floor(microseconds / MILLISECOND)).toUTCString();
}
