import { expect } from '@playwright/test';
import { EVERY_LINE, requirement } from '../requirement.ts';
import { settled, withGrain } from './own-grain.ts';
import { runOnMinion } from '../netapi/run-on-minion.ts';
import { resultOf, runStates } from './run-states.ts';

const source = { documented: 'salt.modules.grains', observed: EVERY_LINE };
const client = { ...source, client: ['SaltGUI'] };
const observed = { observed: EVERY_LINE };
const needs = ['minion', 'writes'] as const;

requirement(
  'cherrypy.grains-changes.append',
  {
    level: 'must',
    text: 'grains.append adds a value, or each of a list, to a grain that is a list, and answers the grain; a value that is there already it does not add.',
    source: client,
    needs,
  },
  ({ target }) =>
    withGrain(target, ['a'], async (name) => {
      const append = (val: unknown) => runOnMinion(target, 'grains.append', [name, val]);
      expect(await append('b')).toEqual({ [name]: ['a', 'b'] });
      await settled(target, name, ['a', 'b']);
      expect(await append('b')).toBe(`The val b was already in the list ${name}`);
      expect(await append(['c', 'd'])).toEqual({ [name]: ['a', 'b', 'c', 'd'] });
    }),
);

requirement(
  'cherrypy.grains-changes.append-to-scalar',
  {
    level: 'should',
    text: 'grains.append to a grain that is no list changes nothing, unless convert makes a list of it.',
    source,
    needs,
  },
  ({ target }) =>
    withGrain(target, 'a', async (name) => {
      const no = `The key ${name} is not a valid list`;
      expect(await runOnMinion(target, 'grains.append', [name, 'b'])).toBe(no);
      const convert = { __kwarg__: true, convert: true };
      expect(await runOnMinion(target, 'grains.append', [name, 'b', convert])).toEqual({
        [name]: ['a', 'b'],
      });
    }),
);

requirement(
  'cherrypy.grains-changes.append-below',
  {
    level: 'should',
    text: 'grains.append to a path of keys answers the whole grain that the path begins with.',
    source: observed,
    needs,
  },
  ({ target }) =>
    withGrain(target, { list: ['a'], other: 1 }, async (name) => {
      const grain = { list: ['a', 'b'], other: 1 };
      const appended = await runOnMinion(target, 'grains.append', [`${name}:list`, 'b']);
      expect(appended).toEqual({ [name]: grain });
      await settled(target, name, grain);
      const removed = await runOnMinion(target, 'grains.remove', [`${name}:list`, 'a']);
      expect(removed).toEqual({ [name]: { list: ['b'], other: 1 } });
    }),
);

requirement(
  'cherrypy.grains-changes.remove',
  {
    level: 'must',
    text: 'grains.remove takes a value out of a grain that is a list and answers the grain, or a text where it cannot.',
    source,
    needs,
  },
  ({ target }) =>
    withGrain(target, ['a', 'b'], async (name) => {
      const remove = (key: string, val: string) => runOnMinion(target, 'grains.remove', [key, val]);
      expect(await remove(name, 'x')).toBe(`The val x was not in the list ${name}`);
      expect(await remove('id', 'x')).toBe('The key id is not a valid list');
      expect(await remove(name, 'a')).toEqual({ [name]: ['b'] });
      expect(await settled(target, name, ['b'])).toEqual(['b']);
    }),
);

requirement(
  'cherrypy.grains-changes.equal-in-lists',
  {
    level: 'may',
    text: 'Values of a grain that is a list are found as Python finds them: 1 is there where true or 1.0 is looked for.',
    source: observed,
    needs,
  },
  ({ target }) =>
    withGrain(target, ['a', 1], async (name) => {
      expect(await runOnMinion(target, 'grains.append', [name, true])).toBe(
        `The val True was already in the list ${name}`,
      );
      expect(await runOnMinion(target, 'grains.remove', [name, true])).toEqual({ [name]: ['a'] });
    }),
);

requirement(
  'cherrypy.grains-changes.equal-values',
  {
    level: 'may',
    text: 'A grain is already set where its value is equal in Python’s eyes: true is 1, and the order of keys plays no part; for the state grains.present likewise.',
    source: observed,
    needs,
  },
  ({ target }) =>
    withGrain(target, { a: 1, b: [2] }, async (name) => {
      const already = { comment: 'Grain is already set', changes: {}, result: true };
      const value = { b: [2], a: true };
      expect(await runOnMinion(target, 'grains.set', [name, value])).toEqual(already);
      const state = { grains: ['present', { value }], __sls__: 'specs', __env__: 'base' };
      const { states } = await runStates(target, 'state.high', [{ [name]: state }]);
      expect(resultOf(states, name)).toMatchObject(already);
    }),
);
