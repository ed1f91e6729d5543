import { MONTHS, WEEKDAYS } from './names.ts';

const MILLISECOND = 1000;

/** A time in microseconds since the epoch in a format of Python's `strftime`; a directive that is not known stays as it is. */
export function strftime(microseconds: number, format: string): string {
  const time = new Date(Math.floor(microseconds / MILLISECOND));
  return format.replaceAll(/%([a-zA-Z%])/g, (whole, directive: string) => {
    const written = DIRECTIVES[directive];
    return written === undefined ? whole : written(time, microseconds);
  });
}

const two = (value: number, pad = '0'): string => String(value).padStart(2, pad);
const twelve = (time: Date): number => time.getUTCHours() % 12 || 12;
const iso = (time: Date, from: number, to: number): string => time.toISOString().slice(from, to);

const DIRECTIVES: Readonly<Record<string, (time: Date, microseconds: number) => string>> = {
  Y: (time) => String(time.getUTCFullYear()),
  y: (time) => two(time.getUTCFullYear() % 100),
  m: (time) => two(time.getUTCMonth() + 1),
  B: (time) => MONTHS[time.getUTCMonth()] ?? '',
  b: (time) => (MONTHS[time.getUTCMonth()] ?? '').slice(0, 3),
  d: (time) => two(time.getUTCDate()),
  e: (time) => two(time.getUTCDate(), ' '),
  A: (time) => WEEKDAYS[time.getUTCDay()] ?? '',
  a: (time) => (WEEKDAYS[time.getUTCDay()] ?? '').slice(0, 3),
  H: (time) => two(time.getUTCHours()),
  I: (time) => two(twelve(time)),
  p: (time) => (time.getUTCHours() < 12 ? 'AM' : 'PM'),
  M: (time) => two(time.getUTCMinutes()),
  S: (time) => two(time.getUTCSeconds()),
  f: (_, microseconds) => String(microseconds % 1_000_000).padStart(6, '0'),
  T: (time) => iso(time, 11, 19),
  F: (time) => iso(time, 0, 10),
  Z: () => '',
  z: () => '',
  '%': () => '%',
};
