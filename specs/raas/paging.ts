import { expect } from '@playwright/test';
import { NotVerified } from '../not-verified.ts';
import { SchemaMismatch } from '../schema-mismatch.ts';
import type { Caller } from '../target/raas/caller.ts';
import { field } from '../target/return-of.ts';

/** What methods that list things return. */
export interface Listed {
  /** How many there are, whatever the page. */
  readonly count: number;
  readonly results: readonly unknown[];
}

/** A method that lists things, and with what it is called. */
export interface Listing {
  readonly resource: string;
  readonly method: string;
  readonly kwarg?: Readonly<Record<string, unknown>>;
  /** The members of an item by which it is told from others. @default uuid */
  readonly key?: readonly string[];
}

/**
 * Lists things.
 *
 * @throws SchemaMismatch where the reply has no count and results
 */
export async function list(
  caller: Caller,
  { resource, method, kwarg }: Listing,
  more: Readonly<Record<string, unknown>> = {},
): Promise<Listed> {
  const ret = await caller.ret(resource, method, { ...kwarg, ...more });
  const [count, results] = [field(ret, 'count'), field(ret, 'results')];
  if (typeof count === 'number' && Array.isArray(results)) return { count, results };
  throw new SchemaMismatch(
    `${resource}.${method} returns count and results, not ${JSON.stringify(ret)?.slice(0, 400)}`,
  );
}

/** The items by which items are told apart, as texts. */
export function keysIn({ results }: Listed, { key = ['uuid'] }: Listing): string[] {
  return results.map((item) => JSON.stringify(key.map((name) => field(item, name))));
}

/**
 * Checks that pages walk through everything exactly once, that `count` is the same on each, and that
 * a page behind the last one is empty: offset is page x limit, `limit` 0 is no limit (raas.md 6).
 *
 * @throws NotVerified where there are not two things to part
 */
export async function expectPaging(caller: Caller, listing: Listing): Promise<void> {
  const all = await list(caller, listing, { limit: 0 });
  expect(all.results).toHaveLength(all.count);
  if (all.count < 2)
    throw new NotVerified(`needs two things that ${listing.resource}.${listing.method} lists`);
  const limit = Math.max(1, Math.floor(all.count / 3));
  const pages = Math.ceil(all.count / limit);
  const walked: string[] = [];
  for (let page = 0; page < pages; page++) {
    const listed = await list(caller, listing, { limit, page });
    expect(listed.count).toBe(all.count);
    expect(listed.results.length).toBeLessThanOrEqual(limit);
    walked.push(...keysIn(listed, listing));
  }
  expect(walked.toSorted()).toEqual(keysIn(all, listing).toSorted());
  expect((await list(caller, listing, { limit, page: pages })).results).toEqual([]);
}

/**
 * Checks that `reverse` turns the order by a member round. How texts compare is not known, so that
 * nothing is said of the order itself.
 *
 * @param member the member of an item that `sort_by` sorts by, where it is called otherwise
 */
export async function expectReversed(
  caller: Caller,
  listing: Listing,
  sort_by: string,
  member = sort_by,
): Promise<void> {
  const values = async (reverse: boolean): Promise<unknown[]> => {
    const { results } = await list(caller, listing, { sort_by, reverse, limit: 0 });
    return results.map((item) => field(item, member));
  };
  const forwards = await values(false);
  if (new Set(forwards.map((value) => JSON.stringify(value))).size < 2)
    throw new NotVerified(`needs two things of different ${member}`);
  expect(await values(true)).toEqual(forwards.toReversed());
}
