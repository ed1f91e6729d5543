import { expect } from '@playwright/test';
import { EVERY_LINE, requirement } from '../requirement.ts';
import { field, keysOf } from '../target/return-of.ts';

const source = { documented: 'Salt, runner cache', observed: EVERY_LINE };
const needs = ['runner', 'minion'] as const;

requirement(
  'cherrypy.cache-runner.grains',
  {
    level: 'should',
    text: 'runner cache.grains answers the grains that the master keeps of the targeted minions.',
    source,
    needs,
  },
  async ({ target }) => {
    const { minion } = target;
    const kept = await target.authed.runner('cache.grains', { tgt: minion });
    expect(keysOf(kept)).toEqual([minion]);
    expect(field(kept, minion, 'id')).toBe(minion);
  },
);

requirement(
  'cherrypy.cache-runner.grains-of-down-minion',
  {
    level: 'should',
    text: 'runner cache.grains knows the grains of an accepted minion that is down.',
    source,
    needs: ['runner', 'down minion'],
  },
  async ({ target }) => {
    const [down = ''] = target.fleet.down;
    const kept = await target.authed.runner('cache.grains', { tgt: down });
    expect(field(kept, down, 'id')).toBe(down);
  },
);

requirement(
  'cherrypy.cache-runner.grains-of-pending-key',
  {
    level: 'should',
    text: 'runner cache.grains answers nothing of a minion whose key is pending.',
    source,
    needs: ['runner', 'pending key'],
  },
  async ({ target }) => {
    const [pending] = target.fleet.pending;
    expect(await target.authed.runner('cache.grains', { tgt: pending })).toEqual({});
  },
);

requirement(
  'cherrypy.cache-runner.pillar',
  {
    level: 'should',
    text: 'runner cache.pillar answers the pillar of the targeted minions as it is, on no line masked.',
    source,
    needs,
  },
  async ({ target }) => {
    const { minion } = target;
    const kept = await target.authed.runner('cache.pillar', { tgt: minion });
    expect(keysOf(kept)).toEqual([minion]);
    expect(JSON.stringify(kept)).not.toContain('"**********"');
  },
);

requirement(
  'cherrypy.cache-runner.no-match',
  {
    level: 'should',
    text: 'runner cache.grains on a target that nobody matches answers an empty dict.',
    source,
    needs: ['runner'],
  },
  async ({ target }) => {
    const tgt = target.unique('nobody');
    expect(await target.authed.runner('cache.grains', { tgt })).toEqual({});
  },
);
