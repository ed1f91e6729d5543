import { MICROSECONDS } from '../../../master/clock.ts';
import type { Span } from '../../metrics/metrics.ts';
import { KEPT_SECONDS } from '../../metrics/series.ts';
import { RpcError } from '../../rpc/rpc-error.ts';

/** How a span of time is asked for: by two of the three at most (raas-methods, stats.get_system_metrics). */
export interface DateRange {
  /** ISO, in UTC where it has no zone. */
  readonly start?: string | null;
  readonly end?: string | null;
  /** Seconds. */
  readonly timedelta?: number | null;
}

/**
 * The span that is asked for: it ends now and is a day long unless it is said otherwise.
 *
 * @param now in microseconds
 * @throws RpcError for all three at once, a time that is none, and more than a day
 */
export function spanOf(range: DateRange | null, now: number): Span {
  const { start, end, timedelta } = range ?? {};
  if ([start, end, timedelta].every(isGiven))
    throw invalid('has a start, an end and a timedelta, and two of them at most may be given');
  const length = (timedelta ?? KEPT_SECONDS) * MICROSECONDS;
  const from = start ? instantOf(start) : undefined;
  const isFromStart = from !== undefined && isGiven(timedelta);
  const to = isFromStart ? from + length : end ? instantOf(end) : now;
  const span = { start: from ?? to - length, end: Math.min(to, now) };
  if (span.end - span.start > KEPT_SECONDS * MICROSECONDS) throw invalid('is longer than a day');
  return span;
}

function isGiven(value: unknown): boolean {
  return value !== undefined && value !== null;
}

function instantOf(text: string): number {
  const hasZone = /(?:Z|[+-]\d\d:?\d\d)$/i.test(text);
  const milliseconds = Date.parse(hasZone ? text : `${text}Z`);
  if (Number.isNaN(milliseconds)) throw invalid(`has a time that is none: ${text}`);
  return milliseconds * 1000;
}

function invalid(fault: string): RpcError {
  return new RpcError('InvalidRequest', `The daterange ${fault}.`, { daterange: fault });
}
