import { expect } from '@playwright/test';
import { EVERY_LINE, requirement } from '../requirement.ts';
import { eventually } from '../target/eventually.ts';
import { field } from '../target/return-of.ts';
import type { Target } from '../target/target.ts';
import { runOnMinion } from './run-on-minion.ts';

const source = { documented: 'salt.modules.beacons', observed: EVERY_LINE };
const client = { ...source, client: ['SaltGUI'] };
const needs = ['minion', 'writes'] as const;
const PLAIN = { __kwarg__: true, return_yaml: false };

/** Settings of a beacon of the module load that never comes to tell of anything. */
function settings(most = 100_000.5): unknown[] {
  const limits = [0.0, most];
  return [
    { averages: { '1m': limits, '5m': limits, '15m': limits } },
    { beacon_module: 'load' },
    { interval: 86_400 },
  ];
}

/** The limits among the settings as a difference shows them. */
function line(most: string): string {
  const limits = `[0, ${most}]`;
  return `averages:{'1m': ${limits}, '5m': ${limits}, '15m': ${limits}}\n`;
}

/** The settings of a beacon as they are listed; undefined where there is none of the name. */
async function listed(target: Target, name: string): Promise<unknown> {
  return field(await runOnMinion(target, 'beacons.list', [PLAIN]), name);
}

/** Runs a trial with a beacon of its own, and takes it away again. */
async function withBeacon(target: Target, trial: (name: string) => Promise<void>): Promise<void> {
  const name = target.unique('saltproof');
  try {
    expect(await runOnMinion(target, 'beacons.add', [name, settings()])).toEqual({
      comment: `Added beacon: ${name}.`,
      result: true,
    });
    await trial(name);
  } finally {
    await target.local(target.minion, 'beacons.delete', name);
  }
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
      expect(await listed(target, name)).toEqual(settings());
      expect(await runOnMinion(target, 'beacons.add', [name, settings(5.5)])).toEqual({
        comment: `Beacon ${name} is already configured.`,
        result: true,
      });
      expect(await listed(target, name)).toEqual(settings());
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
    expect(await listed(target, name)).toBeUndefined();
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
      expect(await listed(target, name)).toEqual(settings(5.5));
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
      expect(await listed(target, name)).toBeUndefined();
      expect(await runOnMinion(target, 'beacons.delete', [name])).toEqual(deleted);
    }),
);

requirement(
  'cherrypy.beacons.switch-beacon',
  {
    level: 'must',
    text: 'beacons.disable_beacon puts enabled: false among the settings of a beacon, enable_beacon takes it out again; neither knows a beacon that is not there.',
    source: client,
    needs,
  },
  ({ target }) =>
    withBeacon(target, async (name) => {
      expect(await runOnMinion(target, 'beacons.disable_beacon', [name])).toEqual({
        comment: `Disabled beacon ${name} on minion.`,
        result: true,
      });
      expect(await listed(target, name)).toEqual([...settings(), { enabled: false }]);
      expect(await runOnMinion(target, 'beacons.enable_beacon', [name])).toEqual({
        comment: `Enabled beacon ${name} on minion.`,
        result: true,
      });
      expect(await listed(target, name)).toEqual(settings());
      const other = target.unique('nonesuch');
      for (const fun of ['beacons.enable_beacon', 'beacons.disable_beacon'])
        expect(await runOnMinion(target, fun, [other])).toEqual({
          comment: `Beacon ${other} is not currently configured.`,
          result: false,
        });
    }),
);

requirement(
  'cherrypy.beacons.switch-all',
  {
    level: 'should',
    text: 'beacons.disable and enable switch all beacons by the key enabled beside them.',
    source: client,
    needs,
  },
  async ({ target }) => {
    try {
      expect(await runOnMinion(target, 'beacons.disable')).toEqual({
        comment: 'Disabled beacons on minion.',
        result: true,
      });
      const ask = () => listed(target, 'enabled');
      expect(await eventually(ask, (enabled) => enabled === false)).toBe(false);
    } finally {
      expect(await runOnMinion(target, 'beacons.enable')).toEqual({
        comment: 'Enabled beacons on minion.',
        result: true,
      });
    }
    expect(await listed(target, 'enabled')).toBe(true);
  },
);

requirement(
  'cherrypy.beacons.test',
  {
    level: 'should',
    text: 'With test the functions of beacons say what they would do and do not do it.',
    source,
    needs,
  },
  ({ target }) =>
    withBeacon(target, async (name) => {
      const test = { __kwarg__: true, test: true };
      const other = target.unique('saltproof');
      for (const [fun, arg, comment] of [
        ['add', [other, settings()], `Beacon: ${other} would be added.`],
        ['modify', [name, settings(5.5)], `Beacon: ${name} would be modified.`],
        ['delete', [name], `Beacon: ${name} would be deleted.`],
        ['disable', [], 'Beacons would be disabled.'],
        ['enable', [], 'Beacons would be enabled.'],
        ['reset', [], 'Beacons would be reset.'],
      ] as const)
        expect(await runOnMinion(target, `beacons.${fun}`, [...arg, test])).toEqual({
          comment,
          result: true,
        });
      expect(await listed(target, name)).toEqual(settings());
      expect(await listed(target, other)).toBeUndefined();
    }),
);

requirement(
  'cherrypy.beacons.save',
  {
    level: 'should',
    text: 'beacons.save names the file that the beacons are saved to.',
    source: client,
    needs,
  },
  async ({ target }) => {
    expect(await runOnMinion(target, 'beacons.save')).toEqual({
      comment: expect.stringMatching(/^Beacons saved to .*\.conf\.$/) as unknown,
      result: true,
    });
  },
);
