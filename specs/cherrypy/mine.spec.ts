import { expect } from '@playwright/test';
import { EVERY_LINE, requirement } from '../requirement.ts';
import { runOnMinion } from '../netapi/run-on-minion.ts';
import { echo, withAliases } from './mine-aliases.ts';

const source = { documented: 'salt.modules.mine', observed: EVERY_LINE };
const observed = { observed: EVERY_LINE };
const needs = ['minion', 'writes'] as const;

requirement(
  'cherrypy.mine.send-and-get',
  {
    level: 'must',
    text: 'mine.send answers true, and mine.get then answers by minion what the function returned.',
    source: { ...source, client: ['SaltGUI'] },
    needs,
  },
  ({ target }) =>
    withAliases(target, async (alias) => {
      expect(await echo(target, alias, 'a value')).toBe(true);
      const { minion } = target;
      expect(await runOnMinion(target, 'mine.get', [minion, alias])).toEqual({
        [minion]: 'a value',
      });
      const byList = [[minion], alias, 'list'];
      expect(await runOnMinion(target, 'mine.get', byList)).toEqual({ [minion]: 'a value' });
    }),
);

requirement(
  'cherrypy.mine.send-again',
  {
    level: 'should',
    text: 'What is sent to the mine again takes the place of what was there under that name.',
    source: observed,
    needs,
  },
  ({ target }) =>
    withAliases(target, async (alias) => {
      await echo(target, alias, 'old');
      await echo(target, alias, 'new');
      const got = await runOnMinion(target, 'mine.get', [target.minion, alias]);
      expect(got).toEqual({ [target.minion]: 'new' });
    }),
);

requirement(
  'cherrypy.mine.several-functions',
  {
    level: 'must',
    text: 'mine.get of several functions, in a list or a text with commas, answers by function and then by minion; a list of one does as well.',
    source,
    needs,
  },
  ({ target }) =>
    withAliases(target, async (alias, other) => {
      const { minion } = target;
      await echo(target, alias, 'one');
      await echo(target, other, 'two');
      const both = { [alias]: { [minion]: 'one' }, [other]: { [minion]: 'two' } };
      expect(await runOnMinion(target, 'mine.get', [minion, [alias, other]])).toEqual(both);
      expect(await runOnMinion(target, 'mine.get', [minion, `${alias},${other}`])).toEqual(both);
      expect(await runOnMinion(target, 'mine.get', [minion, [alias]])).toEqual({
        [alias]: { [minion]: 'one' },
      });
    }),
);

requirement(
  'cherrypy.mine.nothing-there',
  {
    level: 'must',
    text: 'mine.get of what nobody has sent, or of nobody, answers an empty object.',
    source,
    needs: ['minion'],
  },
  async ({ target }) => {
    const nothing = target.unique('nothing');
    expect(await runOnMinion(target, 'mine.get', ['*', nothing])).toEqual({});
    expect(await runOnMinion(target, 'mine.get', [nothing, 'test.ping'])).toEqual({});
    expect(await runOnMinion(target, 'mine.get', ['*', 1])).toEqual({});
  },
);

requirement(
  'cherrypy.mine.exclude-minion',
  {
    level: 'should',
    text: 'mine.get with exclude_minion leaves the minion out that asks.',
    source,
    needs,
  },
  ({ target }) =>
    withAliases(target, async (alias) => {
      await echo(target, alias, 'a value');
      const arg = [target.minion, alias, { __kwarg__: true, exclude_minion: true }];
      expect(await runOnMinion(target, 'mine.get', arg)).toEqual({});
    }),
);

requirement(
  'cherrypy.mine.unknown-function',
  {
    level: 'should',
    text: 'mine.send of a function that fails, or that there is not, answers false.',
    source: observed,
    needs,
  },
  async ({ target }) => {
    const alias = target.unique('saltproof');
    expect(await runOnMinion(target, 'mine.send', [`${alias}.nonesuch`])).toBe(false);
    const noText = [alias, { __kwarg__: true, mine_function: 'test.echo' }];
    expect(await runOnMinion(target, 'mine.send', noText)).toBe(false);
    expect(await runOnMinion(target, 'mine.get', [target.minion, alias])).toEqual({});
  },
);

requirement(
  'cherrypy.mine.arguments',
  {
    level: 'should',
    text: 'The function whose answer goes to the mine is given the arguments of mine.send, and nothing of what was published.',
    source: observed,
    needs,
  },
  ({ target }) =>
    withAliases(target, async (alias) => {
      const keywords = { __kwarg__: true, mine_function: 'test.arg', b: 1 };
      await runOnMinion(target, 'mine.send', [alias, 'a', keywords]);
      expect(await runOnMinion(target, 'mine.get', [target.minion, alias])).toEqual({
        [target.minion]: { args: ['a'], kwargs: { b: 1 } },
      });
    }),
);

requirement(
  'cherrypy.mine.delete',
  {
    level: 'must',
    text: 'mine.delete takes a function out of the mine and answers true, also where it was not there.',
    source,
    needs,
  },
  ({ target }) =>
    withAliases(target, async (alias) => {
      await echo(target, alias, 'a value');
      expect(await runOnMinion(target, 'mine.delete', [alias])).toBe(true);
      expect(await runOnMinion(target, 'mine.get', [target.minion, alias])).toEqual({});
      expect(await runOnMinion(target, 'mine.delete', [alias])).toBe(true);
    }),
);

requirement(
  'cherrypy.mine.allowed-targets',
  {
    level: 'should',
    text: 'mine.get answers what was sent with allow_tgt to no minion outside that target.',
    source,
    needs,
  },
  ({ target }) =>
    withAliases(target, async (alias, other) => {
      await echo(target, alias, 'mine', { allow_tgt: target.minion });
      expect(await runOnMinion(target, 'mine.get', [target.minion, alias])).toEqual({
        [target.minion]: 'mine',
      });
      await echo(target, other, 'not mine', { allow_tgt: target.unique('nobody') });
      expect(await runOnMinion(target, 'mine.get', [target.minion, other])).toEqual({});
    }),
);
