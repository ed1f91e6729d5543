import { expect } from '@playwright/test';
import { EVERY_LINE, requirement } from '../requirement.ts';
import { expectListed } from './expect-listed.ts';
import { runOnMinion } from '../netapi/run-on-minion.ts';
import { PLAIN, listed, settings, withBeacon } from './beacon.ts';

const source = { documented: 'salt.modules.beacons', observed: EVERY_LINE };
const client = { ...source, client: ['SaltGUI'] };
const needs = ['minion', 'writes'] as const;

/** The limits among the settings as a difference shows them. */
function line(most: string): string {
  const limits = `[0, ${most}]`;
  return `averages:{'1m': ${limits}, '5m': ${limits}, '15m': ${limits}}\n`;
}

requirement(
  'cherrypy.beacons.add',
  {
    level: 'must',
    text: 'beacons.add adds a beacon, which beacons.list then shows with its settings; adding it again changes nothing and succeeds.',
    source: client,
    needs,
  },
  ({ target }) =>
    withBeacon(target, async (name) => {
      await expectListed(() => listed(target, name), settings());
      expect(await runOnMinion(target, 'beacons.add', [name, settings(5.5)])).toEqual({
        comment: `Beacon ${name} is already configured.`,
        result: true,
      });
      await expectListed(() => listed(target, name), settings());
    }),
);

requirement(
  'cherrypy.beacons.list-yaml',
  {
    level: 'must',
    text: 'beacons.list answers YAML text unless return_yaml is false.',
    source,
    needs,
  },
  ({ target }) =>
    withBeacon(target, async (name) => {
      const yaml = await runOnMinion(target, 'beacons.list');
      expect(yaml).toMatch(/^beacons:\n/);
      expect(yaml).toContain(`\n  ${name}:\n  - averages:\n      15m:\n      - 0`);
      expect(yaml).toContain('\n  - beacon_module: load\n  - interval: 86400\n');
    }),
);

requirement(
  'cherrypy.beacons.list-available',
  {
    level: 'must',
    text: 'beacons.list_available answers the sorted names of beacons, as YAML unless return_yaml is false.',
    source: client,
    needs: ['minion'],
  },
  async ({ target }) => {
    const names = await runOnMinion(target, 'beacons.list_available', [PLAIN]);
    expect(names).toEqual(expect.arrayContaining(['load', 'ps', 'status']));
    expect(names).toEqual((names as string[]).toSorted());
    const yaml = (names as string[]).map((name) => `- ${name}\n`).join('');
    expect(await runOnMinion(target, 'beacons.list_available')).toBe(`beacons:\n${yaml}`);
  },
);

requirement(
  'cherrypy.beacons.unknown',
  {
    level: 'should',
    text: 'beacons.add refuses a beacon that is not available.',
    source,
    needs,
  },
  async ({ target }) => {
    const name = target.unique('nonesuch');
    expect(await runOnMinion(target, 'beacons.add', [name, []])).toEqual({
      comment: `Beacon "${name}" is not available.`,
      result: false,
    });
    await expectListed(() => listed(target, name), undefined);
  },
);

requirement(
  'cherrypy.beacons.modify',
  {
    level: 'must',
    text: 'beacons.modify changes the settings of a beacon and answers the difference; to what they are it changes nothing.',
    source: client,
    needs,
  },
  ({ target }) =>
    withBeacon(target, async (name) => {
      expect(await runOnMinion(target, 'beacons.modify', [name, settings()])).toEqual({
        comment: `Job ${name} in correct state`,
        result: true,
      });
      const rest = ' beacon_module:load\n interval:86400\n';
      const diff = `--- \n+++ \n@@ -1,3 +1,3 @@\n-${line('100000.5')}+${line('5.5')}${rest}`;
      expect(await runOnMinion(target, 'beacons.modify', [name, settings(5.5)])).toEqual({
        comment: `Modified beacon: ${name}.`,
        result: true,
        changes: { diff },
      });
      await expectListed(() => listed(target, name), settings(5.5));
    }),
);

requirement(
  'cherrypy.beacons.modify-unknown',
  {
    level: 'should',
    text: 'beacons.modify of a beacon that is not there changes nothing and succeeds.',
    source,
    needs,
  },
  async ({ target }) => {
    const name = target.unique('nonesuch');
    expect(await runOnMinion(target, 'beacons.modify', [name, []])).toEqual({
      comment: `Beacon ${name} is not configured.`,
      result: true,
    });
  },
);

requirement(
  'cherrypy.beacons.delete',
  {
    level: 'must',
    text: 'beacons.delete takes a beacon away, and says that it did where there was none.',
    source: client,
    needs,
  },
  ({ target }) =>
    withBeacon(target, async (name) => {
      const deleted = { comment: `Deleted beacon: ${name}.`, result: true };
      expect(await runOnMinion(target, 'beacons.delete', [name])).toEqual(deleted);
      await expectListed(() => listed(target, name), undefined);
      expect(await runOnMinion(target, 'beacons.delete', [name])).toEqual(deleted);
    }),
);
