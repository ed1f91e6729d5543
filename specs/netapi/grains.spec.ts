import { expect } from '@playwright/test';
import { EVERY_LINE } from '../requirement.ts';
import { keysOf } from '../target/return-of.ts';
import { NotVerified } from '../not-verified.ts';
import { everyModule } from './every-module.ts';
import { NOT_OF_TORNADO } from './reasons.ts';
import { runOnMinion } from './run-on-minion.ts';
import { scalarIn } from './scalar-in.ts';

const source = { documented: 'salt.modules.grains', observed: EVERY_LINE };
const needs = ['minion'] as const;

everyModule(
  'grains.items',
  {
    level: 'must',
    text: 'grains.items answers all grains, the minion id among them, for the outputter nested.',
    source,
    needs,
    except: { tornado: NOT_OF_TORNADO.bareReturns },
  },
  async ({ target }) => {
    expect(await runOnMinion(target, 'grains.items', [], { full_return: true })).toMatchObject({
      ret: { id: target.minion },
      out: 'nested',
      retcode: 0,
    });
  },
);

everyModule(
  'grains.item',
  {
    level: 'must',
    text: 'grains.item answers the named grains, an empty text for those that are not there.',
    source,
    needs,
  },
  async ({ target }) => {
    const missing = target.unique('grain');
    expect(await runOnMinion(target, 'grains.item', ['id', missing])).toEqual({
      id: target.minion,
      [missing]: '',
    });
    expect(await runOnMinion(target, 'grains.item', [])).toEqual({});
  },
);

everyModule(
  'grains.get',
  {
    level: 'must',
    text: 'grains.get answers one grain, or the value that a path of keys leads to, else the default or an empty text.',
    source,
    needs,
  },
  async ({ target }) => {
    const missing = target.unique('grain');
    expect(await runOnMinion(target, 'grains.get', ['id'])).toBe(target.minion);
    expect(await runOnMinion(target, 'grains.get', [missing])).toBe('');
    expect(await runOnMinion(target, 'grains.get', [missing, 'x'])).toBe('x');
    expect(await runOnMinion(target, 'grains.get', [missing, 'default=[1]'])).toEqual([1]);
    const place = scalarIn(await runOnMinion(target, 'grains.items'), 2);
    if (place === undefined) throw new NotVerified('needs a minion with a dict among its grains');
    const { path, value } = place;
    expect(String(await runOnMinion(target, 'grains.get', [path.join(':')]))).toBe(value);
    const other = [path.join('|'), 'delimiter=|'];
    expect(String(await runOnMinion(target, 'grains.get', other))).toBe(value);
  },
);

everyModule(
  'grains.ls',
  {
    level: 'should',
    text: 'grains.ls answers the names of the grains of grains.items, sorted.',
    source,
    needs,
  },
  async ({ target }) => {
    const items = await runOnMinion(target, 'grains.items');
    expect(await runOnMinion(target, 'grains.ls')).toEqual(keysOf(items).toSorted());
  },
);

everyModule(
  'grains.has-value',
  {
    level: 'should',
    text: 'grains.has_value answers whether there is a grain, grains.equals whether it has that value as text.',
    source,
    needs,
  },
  async ({ target }) => {
    expect(await runOnMinion(target, 'grains.has_value', ['id'])).toBe(true);
    expect(await runOnMinion(target, 'grains.has_value', [target.unique('grain')])).toBe(false);
    expect(await runOnMinion(target, 'grains.equals', ['id', target.minion])).toBe(true);
    expect(await runOnMinion(target, 'grains.equals', ['id', `${target.minion}x`])).toBe(false);
  },
);
