import { expect } from '@playwright/test';
import { EVERY_LINE, requirement } from '../requirement.ts';
import { runOnMinion } from '../netapi/run-on-minion.ts';

const source = { documented: 'salt.modules.saltutil', observed: EVERY_LINE };
const observed = { observed: EVERY_LINE };
const needs = ['minion'] as const;

requirement(
  'cherrypy.saltutil.refresh',
  {
    level: 'must',
    text: 'saltutil.refresh_pillar, refresh_grains, refresh_modules, refresh_beacons and refresh_matchers answer true.',
    source: { ...source, client: ['SaltGUI'] },
    needs: ['minion', 'writes'],
  },
  async ({ target }) => {
    for (const what of ['pillar', 'grains', 'modules', 'beacons', 'matchers'])
      expect(await runOnMinion(target, `saltutil.refresh_${what}`), what).toBe(true);
  },
);

requirement(
  'cherrypy.saltutil.refresh-event',
  {
    level: 'should',
    text: 'After saltutil.refresh_pillar the event minion/refresh/<id> tells that the cached data of the minion is new.',
    source: observed,
    needs: ['minion', 'writes'],
  },
  async ({ target }) => {
    const { minion } = target;
    const stream = await target.listen([await target.auth()]);
    await runOnMinion(target, 'saltutil.refresh_pillar');
    const event = await stream.event(({ tag }) => tag === `minion/refresh/${minion}`);
    const { data } = target.shape(event ?? { json: () => undefined }, 'event-minion-refresh');
    expect(data['Minion data cache refresh']).toBe(minion);
  },
);

requirement(
  'cherrypy.saltutil.resources-event',
  {
    level: 'may',
    text: 'From 3008 on the event resource/refresh/<id> follows saltutil.refresh_pillar as well.',
    source: { observed: ['3008.3'] },
    since: '3008',
    needs: ['minion', 'writes'],
  },
  async ({ target }) => {
    const { minion } = target;
    const stream = await target.listen([await target.auth()]);
    await runOnMinion(target, 'saltutil.refresh_pillar');
    const event = await stream.event(({ tag }) => tag === `resource/refresh/${minion}`);
    expect(event?.data.data).toMatchObject({ 'Resource cache refresh': minion });
  },
);

requirement(
  'cherrypy.saltutil.unknown-keyword',
  {
    level: 'should',
    text: 'saltutil.refresh_grains, which takes any keyword argument, refuses those it does not know in the words of every function.',
    source: observed,
    needs,
  },
  async ({ target }) => {
    for (const fun of ['saltutil.refresh_grains', 'saltutil.refresh_pillar'])
      expect(await runOnMinion(target, fun, [{ __kwarg__: true, x: 1 }])).toBe(
        `ERROR executing '${fun}': The following keyword arguments are not valid: x=1`,
      );
  },
);

/** Kinds of modules that every line synchronises. */
const KINDS = [
  'clouds',
  'beacons',
  'modules',
  'states',
  'sdb',
  'grains',
  'renderers',
  'returners',
  'output',
  'utils',
  'log_handlers',
  'executors',
  'proxymodules',
  'engines',
  'thorium',
  'serializers',
  'matchers',
];

requirement(
  'cherrypy.saltutil.sync-all',
  {
    level: 'must',
    text: 'saltutil.sync_all answers a list of names for each kind of module, and knows at least seventeen kinds in a fixed order.',
    source,
    needs: ['minion', 'writes'],
  },
  async ({ target }) => {
    const synced = await runOnMinion(target, 'saltutil.sync_all');
    expect(Object.keys(synced as object).slice(0, KINDS.length)).toEqual(KINDS);
    for (const [kind, names] of Object.entries(synced as object))
      expect(Array.isArray(names), kind).toBe(true);
  },
);

requirement(
  'cherrypy.saltutil.sync',
  {
    level: 'should',
    text: 'saltutil.sync_modules, sync_states, sync_grains, sync_beacons and sync_returners answer a list of names.',
    source,
    needs: ['minion', 'writes'],
  },
  async ({ target }) => {
    for (const kind of ['modules', 'states', 'grains', 'beacons', 'returners'])
      expect(Array.isArray(await runOnMinion(target, `saltutil.sync_${kind}`)), kind).toBe(true);
  },
);

requirement(
  'cherrypy.saltutil.sync-pillar',
  {
    level: 'should',
    text: 'saltutil.sync_pillar refuses, since only minions without a master have pillar modules.',
    source: observed,
    needs: ['minion', 'writes'],
  },
  async ({ target }) => {
    expect(await runOnMinion(target, 'saltutil.sync_pillar')).toBe(
      'ERROR: Pillar modules can only be synced to masterless minions',
    );
  },
);

requirement(
  'cherrypy.saltutil.sync-tops-missing',
  {
    level: 'may',
    text: 'Until 3006 there is no saltutil.sync_tops.',
    source: { observed: ['3006.28'] },
    until: '3006',
    needs,
  },
  async ({ target }) => {
    const said = await runOnMinion(target, 'saltutil.sync_tops');
    expect(said).toBe("'saltutil.sync_tops' is not available.");
  },
);

requirement(
  'cherrypy.saltutil.sync-resources',
  {
    level: 'may',
    text: 'From 3008 on there is saltutil.sync_resources, and sync_all ends with resources.',
    source: { observed: ['3008.3'] },
    since: '3008',
    needs: ['minion', 'writes'],
  },
  async ({ target }) => {
    expect(await runOnMinion(target, 'saltutil.sync_resources')).toEqual([]);
    const synced = await runOnMinion(target, 'saltutil.sync_all');
    expect(Object.keys(synced as object).at(-1)).toBe('resources');
  },
);
