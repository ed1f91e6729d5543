import { expect } from '@playwright/test';
import { NotVerified } from '../not-verified.ts';
import { requirement } from '../requirement.ts';
import { pagedMethods, RESOURCES, type MethodFacts } from '../target/raas/method-facts.ts';
import type { RaasTarget } from '../target/raas/raas-target.ts';
import { field } from '../target/return-of.ts';
import { DOCUMENTS } from './sources.ts';

/** Pages that a list is walked in. */
const PAGES = 4;

/** Rows that are walked at the most. */
const ROWS = 400;

/** How often a list is walked anew that has changed meanwhile. */
const TRIES = 3;

for (const resource of RESOURCES) {
  const methods = pagedMethods(resource);
  if (methods.length > 0)
    requirement(
      `raas.pages.${resource}`,
      {
        level: 'should',
        text: `Lists of ${resource} have the same count whatever the limit, and their pages have each row once.`,
        source: {
          documented: DOCUMENTS.reference,
          inferred: 'limit and page mean the same to all lists',
        },
        confidence: 'inferred',
      },
      async ({ target }) => {
        const seen: string[] = [];
        for (const facts of methods) if (await walk(target, facts)) seen.push(facts.method);
        if (seen.length === 0)
          throw new NotVerified(`needs a user who may see lists of ${resource}`);
      },
    );
}

/** Walks a list; false where the user may not see it, or it is none that is counted. */
async function walk(target: RaasTarget, facts: MethodFacts): Promise<boolean> {
  for (let tries = 0; tries < TRIES; tries += 1) {
    const first = await pageOf(target, facts, { limit: 1 });
    if (first === undefined) return false;
    if (first.count > ROWS) return true;
    const before = await pageOf(target, facts, { limit: 0 });
    const limit = Math.max(1, Math.ceil(first.count / PAGES));
    const pages = [];
    for (let page = 0; page * limit < first.count; page += 1)
      pages.push(await pageOf(target, facts, { limit, page }));
    const after = await pageOf(target, facts, { limit: 0 });
    if (rowsOf(before).join() !== rowsOf(after).join()) continue;
    expect(first.count).toBe(before?.rows.length);
    expect(pages.map((page) => page?.count)).toEqual(pages.map(() => first.count));
    expect(pages.flatMap(rowsOf).toSorted()).toEqual(rowsOf(before));
    return true;
  }
  return true;
}

/** A page of a list. */
interface Page {
  readonly count: number;
  readonly rows: readonly unknown[];
}

async function pageOf(
  target: RaasTarget,
  { resource, method, parameters }: MethodFacts,
  paging: object,
): Promise<Page | undefined> {
  const [sort_by] = parameters
    .filter(({ name }) => name === 'sort_by')
    .flatMap(({ schema }) => schema['enum'] ?? []);
  const given = { ...paging, ...(typeof sort_by === 'string' && { sort_by }) };
  const { ret } = await target.rpc(resource, method, given);
  const [count, rows] = [field(ret, 'count'), field(ret, 'results')];
  return typeof count === 'number' && Array.isArray(rows) ? { count, rows } : undefined;
}

/** The rows of a page as texts, sorted. */
function rowsOf(page: Page | undefined): string[] {
  return (page?.rows ?? []).map((row) => JSON.stringify(row)).toSorted();
}
