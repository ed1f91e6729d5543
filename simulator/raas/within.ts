import { dateRange } from './date-range.ts';

/** What calls say of the time that they ask for. */
interface TimeAsked {
  readonly daterange?: readonly string[] | null;
  readonly daterange_fmt?: string | null;
}

/**
 * Tells of instants, in microseconds since the epoch, whether they lie in the range that is asked
 * for, if one is.
 *
 * @throws RpcError for what is no time
 */
export function within({
  daterange = null,
  daterange_fmt,
}: TimeAsked): (instant: number) => boolean {
  const range = dateRange(daterange, daterange_fmt);
  return (instant) => range === undefined || (range.start <= instant && instant <= range.end);
}
