import { expect } from '@playwright/test';
import { EVERY_LINE, requirement } from '../requirement.ts';
import { expectListed } from './expect-listed.ts';
import { runOnMinion } from '../netapi/run-on-minion.ts';
import { listed, settings, withBeacon } from './beacon.ts';

const source = { documented: 'salt.modules.beacons', observed: EVERY_LINE };
const client = { ...source, client: ['SaltGUI'] };
const needs = ['minion', 'writes'] as const;

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
      await expectListed(() => listed(target, name), [...settings(), { enabled: false }]);
      expect(await runOnMinion(target, 'beacons.enable_beacon', [name])).toEqual({
        comment: `Enabled beacon ${name} on minion.`,
        result: true,
      });
      await expectListed(() => listed(target, name), settings());
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
      await expectListed(() => listed(target, 'enabled'), false);
    } finally {
      expect(await runOnMinion(target, 'beacons.enable')).toEqual({
        comment: 'Enabled beacons on minion.',
        result: true,
      });
    }
    await expectListed(() => listed(target, 'enabled'), true);
    // That they are on goes without saying.
    await target.local(target.minion, 'beacons.delete', 'enabled');
    await expectListed(() => listed(target, 'enabled'), undefined);
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
      await expectListed(() => listed(target, name), settings());
      await expectListed(() => listed(target, other), undefined);
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
