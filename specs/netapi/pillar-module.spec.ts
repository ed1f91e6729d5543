import { expect } from '@playwright/test';
import { EVERY_LINE } from '../requirement.ts';
import { NotVerified } from '../not-verified.ts';
import { field, keysOf } from '../target/return-of.ts';
import type { Target } from '../target/target.ts';
import { everyModule } from './every-module.ts';
import { inNoEnvironment } from './in-no-environment.ts';
import { runOnMinion } from './run-on-minion.ts';
import { scalarIn } from './scalar-in.ts';

const source = { documented: 'salt.modules.pillar', observed: EVERY_LINE };
const observed = { observed: EVERY_LINE };
const needs = ['minion'] as const;

/** What Salt 3008 puts in the place of values. */
const MASK = '**********';

/** Where the minion's pillar holds a value below another. */
async function nested(target: Target): Promise<{ path: readonly string[]; value: string }> {
  const place = scalarIn(await runOnMinion(target, 'pillar.raw'), 2);
  if (place !== undefined) return place;
  throw new NotVerified('needs a minion with a dict in its pillar');
}

everyModule(
  'pillar-module.items',
  {
    level: 'must',
    text: 'pillar.items and pillar.data answer the whole pillar, whose names pillar.ls lists; with names they answer just these.',
    source: { ...source, client: ['SaltGUI'] },
    needs,
  },
  async ({ target }) => {
    const items = await runOnMinion(target, 'pillar.items');
    expect(keysOf(items)).toEqual(await runOnMinion(target, 'pillar.ls'));
    expect(await runOnMinion(target, 'pillar.data')).toEqual(items);
    const [first] = (await nested(target)).path;
    expect(keysOf(await runOnMinion(target, 'pillar.items', [first]))).toEqual([first]);
  },
);

everyModule(
  'pillar-module.get',
  {
    level: 'must',
    text: 'pillar.get answers one value, or what a path of keys leads to; an empty text for what is not there. pillar.fetch does the same.',
    source,
    until: '3007',
    needs,
  },
  async ({ target }) => {
    const { path, value } = await nested(target);
    for (const fun of ['pillar.get', 'pillar.fetch']) {
      expect(String(await runOnMinion(target, fun, [path.join(':')]))).toBe(value);
      expect(await runOnMinion(target, fun, [target.unique('pillar')])).toBe('');
    }
  },
);

everyModule(
  'pillar-module.masked',
  {
    level: 'should',
    text: 'From 3008 on pillar.get, item and items answer stars in the place of values; pillar.raw answers the values.',
    source: { observed: ['3008.3'] },
    since: '3008',
    needs,
  },
  async ({ target }) => {
    const { path, value } = await nested(target);
    const [top = ''] = path;
    expect(await runOnMinion(target, 'pillar.get', [path.join(':')])).toBe(MASK);
    expect(field(await runOnMinion(target, 'pillar.items'), ...path)).toBe(MASK);
    expect(field(await runOnMinion(target, 'pillar.item', [top]), ...path)).toBe(MASK);
    expect(String(field(await runOnMinion(target, 'pillar.raw'), ...path))).toBe(value);
  },
);

everyModule(
  'pillar-module.unmask',
  {
    level: 'should',
    text: 'From 3008 on pillar.get and pillar.item answer the values themselves with unmask.',
    source: { observed: ['3008.3'] },
    since: '3008',
    needs,
  },
  async ({ target }) => {
    const { path, value } = await nested(target);
    const unmask = { __kwarg__: true, unmask: true };
    const got = await runOnMinion(target, 'pillar.get', [path.join(':'), unmask]);
    expect(String(got)).toBe(value);
    const item = await runOnMinion(target, 'pillar.item', [path[0], unmask]);
    expect(String(field(item, ...path))).toBe(value);
  },
);

everyModule(
  'pillar-module.keys',
  {
    level: 'should',
    text: 'pillar.keys answers the keys of a value that is an object, and fails with a KeyError or a ValueError for others.',
    source,
    needs,
  },
  async ({ target }) => {
    const { path } = await nested(target);
    const [top = '', key] = path;
    expect(await runOnMinion(target, 'pillar.keys', [top])).toContain(key);
    const missing = target.unique('pillar');
    const failure = 'The minion function caused an exception: Traceback (most recent call last):';
    const forMissing = await runOnMinion(target, 'pillar.keys', [missing]);
    expect(forMissing).toContain(failure);
    expect(forMissing).toContain(`KeyError: 'Pillar key not found: ${missing}'`);
    const forScalar = await runOnMinion(target, 'pillar.keys', [path.join(':')]);
    expect(forScalar).toContain(`ValueError: Pillar value in key ${path.join(':')} is not a dict`);
  },
);

everyModule(
  'pillar-module.obfuscate',
  {
    level: 'must',
    text: 'pillar.obfuscate answers the pillar with the Python type of each value in its place.',
    source: { ...source, client: ['SaltGUI'] },
    needs,
  },
  async ({ target }) => {
    const { path } = await nested(target);
    const obfuscated = await runOnMinion(target, 'pillar.obfuscate');
    expect(keysOf(obfuscated)).toEqual(await runOnMinion(target, 'pillar.ls'));
    expect(field(obfuscated, ...path)).toMatch(/^<(str|int|float|bool|NoneType)>$/);
    const missing = target.unique('pillar');
    expect(await runOnMinion(target, 'pillar.obfuscate', [missing])).toEqual({
      [missing]: '<str>',
    });
  },
);

everyModule(
  'pillar-module.given-pillar',
  {
    level: 'should',
    text: 'pillar.items with pillar answers the given values beside those of the minion; in an environment that is not there it answers an empty object.',
    source: observed,
    needs,
  },
  async ({ target }) => {
    const name = target.unique('pillar');
    const given = { __kwarg__: true, pillar: { [name]: 'x' } };
    const items = await runOnMinion(target, 'pillar.items', [given]);
    expect(keysOf(items).toSorted()).toEqual(
      [name, ...((await runOnMinion(target, 'pillar.ls')) as string[])].toSorted(),
    );
    await inNoEnvironment(target, async (keyword) => {
      const elsewhere = { __kwarg__: true, ...keyword };
      expect(await runOnMinion(target, 'pillar.items', [elsewhere])).toEqual({});
    });
  },
);

everyModule(
  'pillar-module.raw',
  {
    level: 'should',
    text: 'pillar.raw answers the pillar as the minion holds it, one value by its name, and an empty object for what is not there.',
    source: observed,
    needs,
  },
  async ({ target }) => {
    const raw = await runOnMinion(target, 'pillar.raw');
    const [top = ''] = (await nested(target)).path;
    expect(await runOnMinion(target, 'pillar.raw', [top])).toEqual(field(raw, top));
    expect(await runOnMinion(target, 'pillar.raw', [target.unique('pillar')])).toEqual({});
  },
);
