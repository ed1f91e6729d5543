import { expect } from '@playwright/test';
import { EVERY_LINE } from '../requirement.ts';
import { everyModule } from './every-module.ts';
import { runOnMinion } from './run-on-minion.ts';

const observed = { observed: EVERY_LINE };
const needs = ['minion'] as const;

function named(keywords: Readonly<Record<string, unknown>>): Record<string, unknown> {
  return { __kwarg__: true, ...keywords };
}

everyModule(
  'grains.filter-by-nothing',
  {
    level: 'should',
    text: 'grains.filter_by of a grain that is not there answers the default, whatever the keys would match; null where there is no default.',
    source: { documented: 'salt.modules.grains', ...observed },
    needs,
  },
  async ({ target }) => {
    const grain = target.unique('grain');
    const filterBy = (lookup: unknown): Promise<unknown> =>
      runOnMinion(target, 'grains.filter_by', [lookup, grain]);
    expect(await filterBy({ '*': 1, default: 2 })).toBe(2);
    expect(await filterBy({ '*': 1 })).toBe(null);
  },
);

everyModule(
  'grains.filter-by-laid-over',
  {
    level: 'should',
    text: 'grains.filter_by lays what it finds over the base and under merge, level by level; a key whose value is null counts as none.',
    source: { documented: 'salt.modules.grains', ...observed },
    needs,
  },
  async ({ target }) => {
    const { minion } = target;
    const filterBy = (lookup: unknown, keywords: Record<string, unknown> = {}): Promise<unknown> =>
      runOnMinion(target, 'grains.filter_by', [lookup, 'id', named(keywords)]);
    const lookup = { [minion]: { a: { b: 1 } }, rest: { a: { c: 2 }, d: 3 } };
    expect(await filterBy(lookup, { base: 'rest' })).toEqual({ a: { b: 1, c: 2 }, d: 3 });
    expect(await filterBy(lookup, { merge: { a: { b: 4 } } })).toEqual({ a: { b: 4 } });
    expect(await filterBy(lookup, { base: 'nonesuch', merge: {} })).toEqual({ a: { b: 1 } });
    expect(await filterBy({ [minion]: null, default: 5 })).toBe(5);
  },
);

everyModule(
  'grains.filter-by-failures',
  {
    level: 'may',
    text: 'grains.filter_by fails where merge is no object, or where the base is one and what was found is not.',
    source: observed,
    needs,
  },
  async ({ target }) => {
    const lookup = { [target.minion]: 1, rest: { a: 2 } };
    for (const [keywords, complaint] of [
      [{ merge: 'x' }, 'filter_by merge argument must be a dictionary.'],
      [{ base: 'rest' }, 'filter_by default and look-up values must both be dictionaries.'],
    ] as const) {
      const arg = [lookup, 'id', named(keywords)];
      expect(await runOnMinion(target, 'grains.filter_by', arg)).toContain(
        `salt.exceptions.SaltException: ${complaint}\n`,
      );
    }
  },
);

everyModule(
  'pillar-module.filter-by',
  {
    level: 'should',
    text: 'pillar.filter_by answers the value whose key a pillar value matches, as grains.filter_by does, on no line masked.',
    source: { documented: 'salt.modules.pillar', ...observed },
    needs,
  },
  async ({ target }) => {
    const filterBy = (lookup: unknown, name: string): Promise<unknown> =>
      runOnMinion(target, 'pillar.filter_by', [lookup, name]);
    const lookup = { '?*': 'found', default: 'standard' };
    expect(await filterBy(lookup, target.unique('pillar'))).toBe('standard');
    const [name = ''] = (await runOnMinion(target, 'pillar.ls')) as string[];
    expect(await filterBy(lookup, name)).toBe('found');
  },
);

everyModule(
  'match-module.filter-by-merge',
  {
    level: 'should',
    text: 'match.filter_by lays merge over what it finds, and answers merge alone in the place of null; a default it leaves as it is.',
    source: { documented: 'salt.modules.match', ...observed },
    needs,
  },
  async ({ target }) => {
    const { minion } = target;
    const filterBy = (lookup: unknown): Promise<unknown> =>
      runOnMinion(target, 'match.filter_by', [lookup, named({ merge: { b: 2 } })]);
    expect(await filterBy({ [minion]: { a: 1 } })).toEqual({ a: 1, b: 2 });
    expect(await filterBy({ [minion]: null })).toEqual({ b: 2 });
    expect(await filterBy({ 'nobody and nothing': 1, default: { c: 3 } })).toEqual({ c: 3 });
  },
);
