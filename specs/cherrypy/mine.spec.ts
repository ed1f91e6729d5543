import { expect } from '@playwright/test';
import { EVERY_LINE, requirement } from '../requirement.ts';
import type { Target } from '../target/target.ts';
import { field } from '../target/return-of.ts';
import { runOnMinion } from './run-on-minion.ts';

const source = { documented: 'salt.modules.mine', observed: EVERY_LINE };
const observed = { observed: EVERY_LINE };
const needs = ['minion', 'writes'] as const;

/** Runs a trial with names of its own in the mine of the target's minion, and takes them out again. */
async function withAliases(
  target: Target,
  trial: (alias: string, other: string) => Promise<void>,
): Promise<void> {
  const aliases = [target.unique('saltproof'), target.unique('saltproof')] as const;
  try {
    await trial(...aliases);
  } finally {
    for (const alias of aliases) await target.local(target.minion, 'mine.delete', alias);
  }
}

/** Sends what test.echo answers to the mine, under an alias. */
function echo(target: Target, alias: string, value: string, rule = {}): Promise<unknown> {
  const keywords = { __kwarg__: true, mine_function: 'test.echo', ...rule };
  return runOnMinion(target, 'mine.send', [alias, value, keywords]);
}

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
