import type { StateRow } from './state-row.ts';

/** How many there are, and of them how many failed and changed something. */
export interface Counts {
  readonly total: number;
  readonly failed: number;
  readonly succeeded: number;
  readonly changed: number;
  readonly unchanged: number;
}

/** Counts groups of states: one has failed when any of its states has, and changed likewise. */
export function countGroups(groups: Iterable<readonly StateRow[]>): Counts {
  const all = [...groups];
  const failed = all.filter((rows) => rows.some(hasFailed)).length;
  const changed = all.filter((rows) => rows.some(hasChanged)).length;
  const total = all.length;
  return { total, failed, succeeded: total - failed, changed, unchanged: total - changed };
}

/** Counts each state for itself. */
export function countStates(rows: readonly StateRow[]): Counts {
  return countGroups(rows.map((row) => [row]));
}

/** What was counted, named after what it is: `minions_failed`. */
export function namedCounts<Thing extends string>(
  thing: Thing,
  { failed, succeeded, changed, unchanged }: Counts,
) {
  return {
    [`${thing}_failed`]: failed,
    [`${thing}_succeeded`]: succeeded,
    [`${thing}_changed`]: changed,
    [`${thing}_unchanged`]: unchanged,
  } as Record<`${Thing}_${'failed' | 'succeeded' | 'changed' | 'unchanged'}`, number>;
}

/** Whether a state has failed; one that a trial only tried has not. */
export function hasFailed({ result }: StateRow): boolean {
  return result === false;
}

/** Whether a state has changed something. */
export function hasChanged({ num_changes }: StateRow): boolean {
  return num_changes > 0;
}

/** How long states took together, in milliseconds. */
export function durationOf(rows: readonly StateRow[]): number {
  return rounded(rows.reduce((sum, { duration }) => sum + duration, 0));
}

/** A sum by head; nothing where there is nobody. */
export function average(sum: number, heads: number): number {
  return heads === 0 ? 0 : rounded(sum / heads);
}

function rounded(value: number): number {
  return Math.round(value * 1000) / 1000;
}

/** Rows that have something in common. */
export type Group = readonly [StateRow, ...StateRow[]];

/** The rows by a key, in the order that the keys first come. */
export function grouped(
  rows: readonly StateRow[],
  keyOf: (row: StateRow) => readonly string[],
): Group[] {
  const groups = new Map<string, [StateRow, ...StateRow[]]>();
  for (const row of rows) {
    const key = JSON.stringify(keyOf(row));
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [row]);
    else group.push(row);
  }
  return [...groups.values()];
}
