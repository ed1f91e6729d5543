/** How a list is asked for; the shared parameters of most methods (raas §6). */
export interface Paging {
  readonly sort_by?: string | null;
  readonly reverse?: boolean | null;
  /** Rows a page; 0 and below for all. */
  readonly limit?: number | null;
  /** From 0. */
  readonly page?: number | null;
}

/** A page of a list. */
export interface Page<Row> {
  /** How many there are in all. */
  readonly count: number;
  readonly results: Row[];
}

/** What rows are ordered by: texts without regard to case, numbers by size, null before all else. */
export type SortKey = string | number | boolean | null | undefined;

/**
 * Sorts rows and cuts a page out. Rows that are equal keep the order they came in, and so does
 * everything where nothing is said to sort by.
 *
 * @param keyOf the value of a row that a name of `sort_by` stands for
 */
export function pageOf<Row>(
  rows: readonly Row[],
  { sort_by, reverse, limit, page }: Paging,
  keyOf: (row: Row, name: string) => SortKey,
): Page<Row> {
  const sorted =
    sort_by === null || sort_by === undefined
      ? [...rows]
      : rows.toSorted((a, b) => compare(keyOf(a, sort_by), keyOf(b, sort_by)));
  if (reverse) sorted.reverse();
  const size = limit === null || limit === undefined || limit < 1 ? sorted.length : limit;
  const start = (page ?? 0) * size;
  return { count: rows.length, results: sorted.slice(start, start + size) };
}

function compare(a: SortKey, b: SortKey): number {
  const [left, right] = [rank(a), rank(b)];
  if (left < right) return -1;
  return left > right ? 1 : 0;
}

/** A key in a form that `<` orders. */
function rank(key: SortKey): string | number {
  if (typeof key === 'number') return key;
  if (typeof key === 'boolean') return key ? 1 : 0;
  return (key ?? '').toLowerCase();
}

/** Whether a text holds another, without regard to case; what was not asked for holds everywhere (raas §6). */
export function holds(text: string | null, part: string | null): boolean {
  return part === null || (text ?? '').toLowerCase().includes(part.toLowerCase());
}

/** Whether a text holds one of others; what was not asked for holds everywhere, and no text holds nothing. */
export function holdsAny(
  text: string | null | undefined,
  parts: readonly string[] | null,
): boolean {
  if (parts === null) return true;
  return text !== null && text !== undefined && parts.some((part) => holds(text, part));
}
