import { expect } from '@playwright/test';
import { requirement } from '../requirement.ts';
import type { RaasTarget } from '../target/raas/raas-target.ts';
import { CLIENTS, DOCUMENTS } from './sources.ts';
import { expectError } from './refusals.ts';

type Fields = Readonly<Record<string, unknown>>;

/** A page of a list. */
interface List {
  readonly count: number;
  readonly results: readonly { readonly name: string }[];
}

/** A list of stored things that have names, of which a requirement can make its own. */
export interface OwnList {
  /** The topic of the requirements: `tgt`. */
  readonly topic: string;
  /** What the things are called: `target groups`. */
  readonly things: string;
  /** What gives the list: `tgt.get_target_group`. */
  readonly method: string;
  readonly save: (target: RaasTarget, fields: Fields) => Promise<string>;
  readonly list: (target: RaasTarget, given: Fields) => Promise<List>;
}

const PAGING = {
  level: 'must',
  source: { documented: DOCUMENTS.reference, client: [CLIENTS.mcp] },
  confidence: 'documented',
} as const;

/** Declares what is required of the pages, the order and the names of a list. */
export function requireList({ topic, things, method, save, list }: OwnList): void {
  /** Saves some whose names only differ at their end, and gives what they have in common. */
  async function saveSome(target: RaasTarget, ends: readonly string[]): Promise<string> {
    const common = target.unique(`${topic}-list`);
    for (const end of ends) await save(target, { name: `${common}-${end}` });
    return common;
  }

  requirement(
    `raas.${topic}.count`,
    {
      ...PAGING,
      text: `The count of ${method} is that of all ${things} that fit, whatever the limit.`,
      needs: ['writes'],
    },
    async ({ target }) => {
      const name = await saveSome(target, ['a', 'b', 'c']);
      for (const limit of [0, 1, 2, 50])
        expect((await list(target, { name, limit })).count).toBe(3);
    },
  );

  requirement(
    `raas.${topic}.limit`,
    {
      ...PAGING,
      text: `A limit holds the ${things} that ${method} gives at once; 0 gives all of them.`,
      needs: ['writes'],
    },
    async ({ target }) => {
      const name = await saveSome(target, ['a', 'b', 'c']);
      for (const [limit, given] of [
        [1, 1],
        [2, 2],
        [3, 3],
        [50, 3],
        [0, 3],
      ])
        expect((await list(target, { name, limit })).results).toHaveLength(given ?? 0);
    },
  );

  requirement(
    `raas.${topic}.pages`,
    {
      ...PAGING,
      text: `The pages of ${method}, counted from 0, have each of the ${things} once.`,
      needs: ['writes'],
    },
    async ({ target }) => {
      const name = await saveSome(target, ['a', 'b', 'c', 'd', 'e']);
      const found: string[] = [];
      for (const [page, size] of [2, 2, 1, 0].entries()) {
        const { results } = await list(target, { name, limit: 2, page, sort_by: 'name' });
        expect(results).toHaveLength(size);
        found.push(...ends(results));
      }
      expect(found.toSorted()).toEqual(['a', 'b', 'c', 'd', 'e']);
    },
  );

  requirement(
    `raas.${topic}.sort-by-name`,
    {
      ...PAGING,
      text: `${method} sorts by name where it is asked to, and backwards with reverse.`,
      needs: ['writes'],
    },
    async ({ target }) => {
      const name = await saveSome(target, ['b', 'c', 'a']);
      const sorted = await list(target, { name, sort_by: 'name' });
      expect(ends(sorted.results)).toEqual(['a', 'b', 'c']);
      const reversed = await list(target, { name, sort_by: 'name', reverse: true });
      expect(ends(reversed.results)).toEqual(['c', 'b', 'a']);
    },
  );

  requirement(
    `raas.${topic}.sort-by-unknown`,
    {
      level: 'should',
      text: `${method} refuses to sort by what ${things} do not have.`,
      source: { inferred: 'the schema of the method lists what it can sort by' },
      confidence: 'inferred',
    },
    async ({ target }) => {
      const [resource = '', name = ''] = method.split('.');
      expectError(await target.rpc(resource, name, { sort_by: 'saltproof' }));
    },
  );

  requirement(
    `raas.${topic}.name-part`,
    {
      level: 'should',
      text: `${method} finds ${things} by a part of their name, in capitals or not.`,
      source: { inferred: 'a PowerShell module filters exact matches by itself' },
      confidence: 'inferred',
      needs: ['writes'],
    },
    async ({ target }) => {
      const name = await saveSome(target, ['first', 'other']);
      const part = `${name.slice(3)}-f`;
      expect(ends((await list(target, { name: part })).results)).toEqual(['first']);
      expect(ends((await list(target, { name: part.toUpperCase() })).results)).toEqual(['first']);
    },
  );

  requirement(
    `raas.${topic}.texts-for-numbers`,
    {
      level: 'should',
      text: `${method} takes texts for its limit and for booleans.`,
      source: { client: [CLIENTS.powershell, CLIENTS.samples] },
      confidence: 'client',
      needs: ['writes'],
    },
    async ({ target }) => {
      const name = await saveSome(target, ['a', 'b']);
      const all = await list(target, { name, limit: '0', reverse: 'True', sort_by: 'name' });
      expect(ends(all.results)).toEqual(['b', 'a']);
      expect((await list(target, { name, limit: '1' })).results).toHaveLength(1);
    },
  );
}

/** Where the names of some differ. */
function ends(results: List['results']): string[] {
  return results.map(({ name }) => name.slice(name.lastIndexOf('-') + 1));
}
