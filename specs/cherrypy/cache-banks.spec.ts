import { expect } from '@playwright/test';
import { EVERY_LINE, requirement } from '../requirement.ts';
import { field } from '../target/return-of.ts';
import { runOnMinion } from '../netapi/run-on-minion.ts';

requirement(
  'cherrypy.mine-runner.update',
  {
    level: 'should',
    text: 'runner mine.update has the targeted minions run mine.update, without its other arguments, and answers what they return.',
    source: { documented: 'Salt, runner mine', observed: EVERY_LINE },
    needs: ['runner', 'minion', 'writes'],
  },
  async ({ target }) => {
    const { authed, minion } = target;
    const returned = await runOnMinion(target, 'mine.update');
    const kwarg = { mine_functions: ['test.true'] };
    expect(await authed.runner('mine.update', { tgt: minion, kwarg })).toEqual({
      [minion]: returned,
    });
    const nobody = target.unique('nobody');
    expect(await authed.runner('mine.update', { tgt: nobody })).toEqual({});
  },
);

requirement(
  'cherrypy.cache-runner.store',
  {
    level: 'should',
    text: 'runner cache.store keeps a value under a key of a bank and answers null; fetch answers it, list the keys of the bank, flush forgets one or all.',
    source: { documented: 'Salt, runner cache', observed: EVERY_LINE },
    needs: ['runner', 'writes'],
  },
  async ({ target }) => {
    const { authed } = target;
    const bank = target.unique('saltproof');
    expect(await authed.runner('cache.store', { arg: [bank, 'k', { a: 1 }] })).toBe(null);
    expect(await authed.runner('cache.fetch', { arg: [bank, 'k'] })).toEqual({ a: 1 });
    expect(await authed.runner('cache.list', { arg: [bank] })).toEqual(['k']);
    expect(await authed.runner('cache.flush', { arg: [bank, 'k'] })).toBe(true);
    expect(await authed.runner('cache.fetch', { arg: [bank, 'k'] })).toEqual({});
    expect(await authed.runner('cache.flush', { arg: [bank] })).toBe(true);
    expect(await authed.runner('cache.list', { arg: [bank] })).toEqual([]);
  },
);

requirement(
  'cherrypy.cache-runner.clear-mine-func',
  {
    level: 'should',
    text: 'runner cache.clear_mine_func takes one function of minions out of the mine; without a target it and clear_mine answer false and do nothing.',
    source: { documented: 'Salt, runner cache', observed: EVERY_LINE },
    needs: ['runner', 'minion', 'writes'],
  },
  async ({ target }) => {
    const { authed, minion } = target;
    const names = [target.unique('saltproof'), target.unique('saltproof')] as const;
    const kept = async (): Promise<unknown[]> => {
      const mine = await authed.runner('cache.mine', { tgt: minion });
      return names.map((name) => field(mine, minion, name));
    };
    try {
      const mine_functions = Object.fromEntries(
        names.map((name) => [name, { mine_function: 'test.true' }]),
      );
      await runOnMinion(target, 'mine.update', [{ __kwarg__: true, mine_functions }]);
      for (const fun of ['cache.clear_mine', 'cache.clear_mine_func'])
        expect(await authed.runner(fun)).toBe(false);
      expect(await kept()).toEqual([true, true]);
      const clear = { tgt: minion, kwarg: { clear_mine_func_flag: names[0] } };
      expect(await authed.runner('cache.clear_mine_func', clear)).toBe(true);
      expect(await kept()).toEqual([undefined, true]);
    } finally {
      for (const name of names) await target.local(minion, 'mine.delete', name);
    }
  },
);
