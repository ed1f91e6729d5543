import { expect } from '@playwright/test';
import { EVERY_LINE } from '../requirement.ts';
import { field } from '../target/return-of.ts';
import { everyModule } from './every-module.ts';
import { inNoEnvironment } from './in-no-environment.ts';
import { runOnMinion } from './run-on-minion.ts';

const documented = 'salt.modules.pillar';
const needs = ['minion'] as const;

function named(keywords: Readonly<Record<string, unknown>>): Record<string, unknown> {
  return { __kwarg__: true, ...keywords };
}

everyModule(
  'pillar-module.merge',
  {
    level: 'should',
    text: 'pillar.get with merge lays what it finds over the default where both are objects, and appends it where both are lists; else it answers what it finds.',
    source: { documented, observed: EVERY_LINE },
    until: '3007',
    needs,
  },
  async ({ target }) => {
    const missing = target.unique('pillar');
    const get = (standard: unknown): Promise<unknown> =>
      runOnMinion(target, 'pillar.get', [missing, named({ default: standard, merge: true })]);
    for (const standard of [{ a: { b: 1 } }, ['x', 'y'], 'text'])
      expect(await get(standard)).toEqual(standard);
    const names = (await runOnMinion(target, 'pillar.ls')) as string[];
    for (const name of names) {
      const value = await runOnMinion(target, 'pillar.get', [name]);
      const into = named({ default: { [missing]: 1 }, merge: true });
      const merged = await runOnMinion(target, 'pillar.get', [name, into]);
      const isObject = typeof value === 'object' && value !== null && !Array.isArray(value);
      expect(merged).toEqual(isObject ? { [missing]: 1, ...value } : value);
    }
  },
);

everyModule(
  'pillar-module.item-keywords',
  {
    level: 'should',
    text: 'pillar.item looks along the delimiter that it is told, and answers the default for what is not there.',
    source: { documented, observed: EVERY_LINE },
    needs,
  },
  async ({ target }) => {
    const path = `${target.unique('pillar')}|x`;
    const told = named({ default: 0, delimiter: '|' });
    expect(await runOnMinion(target, 'pillar.item', [path, 'id:x', told])).toEqual({
      [path]: 0,
      'id:x': 0,
    });
    expect(await runOnMinion(target, 'pillar.item', [path])).toEqual({ [path]: '' });
  },
);

everyModule(
  'pillar-module.environment',
  {
    level: 'should',
    text: 'pillar.get and pillar.item look in the environment pillarenv; saltenv alone changes nothing.',
    source: { documented, observed: EVERY_LINE },
    needs,
  },
  async ({ target }) => {
    const [name = ''] = (await runOnMinion(target, 'pillar.ls')) as string[];
    await inNoEnvironment(target, async (keyword) => {
      const elsewhere = named({ ...keyword, default: 0 });
      expect(await runOnMinion(target, 'pillar.get', [name, elsewhere])).toBe(0);
      expect(await runOnMinion(target, 'pillar.item', [name, elsewhere])).toEqual({ [name]: 0 });
    });
    const saltenv = named({ saltenv: target.unique('env') });
    expect(await runOnMinion(target, 'pillar.items', [saltenv])).toEqual(
      await runOnMinion(target, 'pillar.items'),
    );
  },
);

everyModule(
  'pillar-module.given-over-own',
  {
    level: 'should',
    text: 'pillar.items with pillar answers the given value in place of one of the same name, and before all that are not given.',
    source: { documented, observed: EVERY_LINE },
    needs,
  },
  async ({ target }) => {
    const names = (await runOnMinion(target, 'pillar.ls')) as string[];
    const last = names.at(-1) ?? '';
    const items = await runOnMinion(target, 'pillar.items', [named({ pillar: { [last]: 0 } })]);
    expect(field(items, last)).toBe(0);
    expect(Object.keys(items as object)).toEqual([...new Set([last, ...names])]);
  },
);
