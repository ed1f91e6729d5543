import { expect } from '@playwright/test';
import { EVERY_LINE, requirement } from '../requirement.ts';
import { field, keysOf } from '../target/return-of.ts';

const source = { documented: 'Salt, runner cache', observed: EVERY_LINE };

requirement(
  'cherrypy.cache-runner.clear-nobody',
  {
    level: 'should',
    text: 'runner cache.clear_grains, clear_pillar, clear_mine and clear_all answer false without a target, and true for one that nobody matches.',
    source,
    needs: ['runner', 'writes'],
  },
  async ({ target }) => {
    const { authed } = target;
    const tgt = target.unique('nobody');
    for (const what of ['grains', 'pillar', 'mine', 'all']) {
      expect(await authed.runner(`cache.clear_${what}`)).toBe(false);
      expect(await authed.runner(`cache.clear_${what}`, { tgt })).toBe(true);
    }
  },
);

requirement(
  'cherrypy.cache-runner.git-lock',
  {
    level: 'should',
    text: 'runner cache.clear_git_lock says that no locks were removed where there is none, and takes only the roles that can use git.',
    source,
    needs: ['runner', 'writes'],
  },
  async ({ target: { authed } }) => {
    expect(await authed.runner('cache.clear_git_lock', { arg: ['git_pillar'] })).toBe(
      'No locks were removed',
    );
    expect(await authed.runner('cache.clear_git_lock', { arg: ['nonesuch'] })).toMatch(
      /^\nPassed invalid arguments: Invalid role 'nonesuch'\n\nUsage:\n/,
    );
    const kwarg = { nonesuch: 1 };
    expect(await authed.runner('cache.clear_git_lock', { arg: ['git_pillar'], kwarg })).toMatch(
      /^\nPassed invalid arguments: The following keyword arguments are not valid: nonesuch=1\n\n/,
    );
  },
);

requirement(
  'cherrypy.cache-runner.flush-nothing',
  {
    level: 'should',
    text: 'runner cache.flush answers false for a key, or a bank, that is not there.',
    source,
    needs: ['runner', 'writes'],
  },
  async ({ target }) => {
    const bank = target.unique('saltproof');
    const flush = (...arg: readonly string[]): Promise<unknown> =>
      target.authed.runner('cache.flush', { arg });
    expect(await flush(bank)).toBe(false);
    await target.authed.runner('cache.store', { arg: [`${bank}/within`, 'k', 1] });
    expect(await flush(`${bank}/within`, 'nonesuch')).toBe(false);
    expect(await target.authed.runner('cache.list', { arg: [bank] })).toEqual(['within']);
    expect(await flush(bank)).toBe(true);
    expect(await target.authed.runner('cache.fetch', { arg: [`${bank}/within`, 'k'] })).toEqual({});
  },
);

requirement(
  'cherrypy.cache-runner.key-tail',
  {
    level: 'may',
    text: 'Up to 3007 cache.list takes every p and dot from the end of a key.',
    source: { observed: ['3006.28', '3007.15'] },
    until: '3007',
    needs: ['runner', 'writes'],
  },
  async ({ target }) => {
    const { authed } = target;
    const bank = target.unique('saltproof');
    await authed.runner('cache.store', { arg: [bank, 'app', 1] });
    expect(await authed.runner('cache.list', { arg: [bank] })).toEqual(['a']);
    expect(await authed.runner('cache.flush', { arg: [bank] })).toBe(true);
  },
);

requirement(
  'cherrypy.cache-runner.minion-bank',
  {
    level: 'should',
    text: 'Up to 3007 the bank minions has a bank for each minion, with its grains and its pillar under the key data.',
    source: { ...source, observed: ['3006.28', '3007.15'] },
    until: '3007',
    needs: ['runner', 'minion'],
  },
  async ({ target: { authed, minion } }) => {
    expect(await authed.runner('cache.list', { arg: ['minions'] })).toContain(minion);
    expect(await authed.runner('cache.list', { arg: [`minions/${minion}`] })).toContain('data');
    const data = await authed.runner('cache.fetch', { arg: [`minions/${minion}`, 'data'] });
    expect(keysOf(data)).toEqual(['grains', 'pillar']);
    expect(field(data, 'grains', 'id')).toBe(minion);
    const kept = await authed.runner('cache.pillar', { tgt: minion });
    expect(field(data, 'pillar')).toEqual(field(kept, minion));
  },
);

requirement(
  'cherrypy.cache-runner.part-banks',
  {
    level: 'should',
    text: 'From 3008 on the banks grains and pillar hold what the master knows of each minion under its id, and there is no bank minions.',
    source: { ...source, observed: ['3008.3'] },
    since: '3008',
    needs: ['runner', 'minion'],
  },
  async ({ target: { authed, minion } }) => {
    for (const bank of ['grains', 'pillar']) {
      expect(await authed.runner('cache.list', { arg: [bank] })).toContain(minion);
      const kept = await authed.runner(`cache.${bank}`, { tgt: minion });
      expect(await authed.runner('cache.fetch', { arg: [bank, minion] })).toEqual(
        field(kept, minion),
      );
    }
    expect(await authed.runner('cache.list', { arg: ['minions'] })).toEqual([]);
  },
);
