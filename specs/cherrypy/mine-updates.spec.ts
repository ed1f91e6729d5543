import { expect } from '@playwright/test';
import { EVERY_LINE, requirement } from '../requirement.ts';
import { field } from '../target/return-of.ts';
import { runOnMinion } from '../netapi/run-on-minion.ts';
import { echo, withAliases } from './mine-aliases.ts';

const source = { documented: 'salt.modules.mine', observed: EVERY_LINE };
const observed = { observed: EVERY_LINE };
const needs = ['minion', 'writes'] as const;

requirement(
  'cherrypy.mine.update',
  {
    level: 'should',
    text: 'mine.update runs the functions it is given, in an object by alias, and sends to the mine what they return.',
    source,
    needs,
  },
  ({ target }) =>
    withAliases(target, async (alias, other) => {
      const mine_functions = {
        [alias]: { mine_function: 'test.arg', a: 1 },
        [other]: ['x', { mine_function: 'test.echo' }],
      };
      const keywords = { __kwarg__: true, mine_functions };
      expect(await runOnMinion(target, 'mine.update', [keywords])).toBe(true);
      expect(await runOnMinion(target, 'mine.get', [target.minion, [alias, other]])).toEqual({
        [alias]: { [target.minion]: { args: [], kwargs: { a: 1 } } },
        [other]: { [target.minion]: 'x' },
      });
    }),
);

requirement(
  'cherrypy.mine.update-clear',
  {
    level: 'may',
    text: 'mine.update with clear answers true and changes nothing.',
    source: observed,
    needs,
  },
  ({ target }) =>
    withAliases(target, async (alias, other) => {
      await echo(target, alias, 'a value');
      const mine_functions = { [other]: { mine_function: 'test.true' } };
      const keywords = { __kwarg__: true, mine_functions, clear: true };
      expect(await runOnMinion(target, 'mine.update', [keywords])).toBe(true);
      expect(await runOnMinion(target, 'mine.get', [target.minion, [alias, other]])).toEqual({
        [alias]: { [target.minion]: 'a value' },
      });
    }),
);

requirement(
  'cherrypy.mine.valid',
  {
    level: 'should',
    text: 'mine.valid answers an object of functions, or null where mine_functions is not set.',
    source: { ...source, client: ['SaltGUI'] },
    needs: ['minion'],
  },
  async ({ target }) => {
    const valid = await runOnMinion(target, 'mine.valid');
    expect(valid).toEqual(valid === null ? null : expect.any(Object));
    expect(Array.isArray(valid)).toBe(false);
  },
);

requirement(
  'cherrypy.mine.runner',
  {
    level: 'should',
    text: 'The runners mine.get and cache.mine answer what minions have sent to the mine.',
    source: { documented: 'Salt, runners mine and cache', observed: EVERY_LINE },
    needs: ['runner', ...needs],
  },
  ({ target }) =>
    withAliases(target, async (alias) => {
      const { minion, authed } = target;
      await echo(target, alias, 'a value');
      const got = await authed.runner('mine.get', { tgt: minion, kwarg: { fun: alias } });
      expect(got).toEqual({ [minion]: 'a value' });
      const kept = await authed.runner('cache.mine', { tgt: minion });
      expect(field(kept, minion, alias)).toBe('a value');
    }),
);

requirement(
  'cherrypy.mine.runner-shows-rules',
  {
    level: 'may',
    text: 'The runner cache.mine shows a value that was sent with allow_tgt together with the rule.',
    source: observed,
    needs: ['runner', ...needs],
  },
  ({ target }) =>
    withAliases(target, async (alias) => {
      const { minion } = target;
      await echo(target, alias, 'a value', { allow_tgt: minion });
      const kept = await target.authed.runner('cache.mine', { tgt: minion });
      expect(field(kept, minion, alias)).toEqual({
        __data__: 'a value',
        __saltmine_acl__: 1,
        allow_tgt: minion,
      });
    }),
);
