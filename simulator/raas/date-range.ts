import { MICROSECONDS } from '../master/clock.ts';
import { RpcError } from './rpc/rpc-error.ts';

/** The first and the last instant of a range, in microseconds since the epoch. */
export interface DateRange {
  readonly start: number;
  readonly end: number;
}

/** What a letter of a Python format stands for. */
const DIRECTIVES: Readonly<Record<string, string>> = {
  Y: String.raw`(?<Y>\d{4})`,
  m: String.raw`(?<m>\d{1,2})`,
  d: String.raw`(?<d>\d{1,2})`,
  H: String.raw`(?<H>\d{1,2})`,
  M: String.raw`(?<M>\d{1,2})`,
  S: String.raw`(?<S>\d{1,2})`,
  f: String.raw`(?<f>\d{1,6})`,
  '%': '%',
};

/**
 * The range between two times, ISO and in UTC unless they say otherwise, or in a format of Python's
 * `strptime`; undefined where none is asked for.
 *
 * @throws RpcError for what is no time
 */
export function dateRange(
  times: readonly string[] | null,
  format: string | null | undefined,
): DateRange | undefined {
  if (times === null) return undefined;
  const [start, end] = times.map((time) =>
    format === null || format === undefined ? isoTime(time) : formattedTime(time, format),
  );
  if (start !== undefined && end !== undefined) return { start, end };
  throw new RpcError('InvalidRequest', `These are no times: ${times.join(', ')}.`, {
    daterange: 'must be two times',
  });
}

function isoTime(text: string): number | undefined {
  const [, day, time = '00:00:00', fraction = '', zone = 'Z'] =
    /^(\d{4}-\d\d-\d\d)(?:[T ](\d\d:\d\d(?::\d\d)?)(?:\.(\d{1,9}))?(Z|[+-]\d\d:?\d\d)?)?$/.exec(
      text.trim(),
    ) ?? [];
  const milliseconds = Date.parse(`${day}T${time}${zone}`);
  return Number.isNaN(milliseconds) ? undefined : milliseconds * 1000 + microseconds(fraction);
}

function formattedTime(text: string, format: string): number | undefined {
  const pattern = format
    .replaceAll(/[.*+?^${}()|[\]\\]/g, String.raw`\$&`)
    .replaceAll(/%(.)/g, (_, letter: string) => DIRECTIVES[letter] ?? '(?!)');
  const found = groupsIn(text, pattern);
  if (found === undefined) return undefined;
  const part = (letter: string, standard: number): number => Number(found[letter] ?? standard);
  const milliseconds = Date.UTC(
    part('Y', 1900),
    part('m', 1) - 1,
    part('d', 1),
    part('H', 0),
    part('M', 0),
    part('S', 0),
  );
  return milliseconds * (MICROSECONDS / 1000) + microseconds(found['f'] ?? '');
}

/** What the groups of a pattern are in a text; undefined where it does not fit, or names a part twice. */
function groupsIn(text: string, pattern: string): Readonly<Record<string, string>> | undefined {
  try {
    return new RegExp(`^${pattern}$`).exec(text)?.groups;
  } catch {
    return undefined;
  }
}

/** Digits behind the point of a second. */
function microseconds(fraction: string): number {
  return Number(fraction.padEnd(6, '0').slice(0, 6));
}
