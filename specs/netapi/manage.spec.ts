import { expect } from '@playwright/test';
import { EVERY_LINE } from '../requirement.ts';
import { field, keysOf } from '../target/return-of.ts';
import { everyModule } from './every-module.ts';

const source = { documented: 'salt.runners.manage', observed: EVERY_LINE };

everyModule(
  'manage.status',
  {
    level: 'must',
    text: 'manage.status answers who is up and who is down among the accepted minions, sorted.',
    source,
    needs: ['runner', 'minion'],
  },
  async ({ target }) => {
    const reply = await target.lowstate({ client: 'runner', fun: 'manage.status' });
    const [status] = target.shape(reply, 'minion-status').return;
    expect(status.up).toEqual(target.fleet.up);
    expect(status.down).toEqual(target.fleet.down);
  },
);

everyModule(
  'manage.up',
  {
    level: 'must',
    text: 'manage.up answers the ids that are up, within a target.',
    source,
    needs: ['runner', 'minion'],
  },
  async ({ target }) => {
    const up = await target.authed.runner('manage.up', { tgt: target.minion });
    expect(up).toEqual([target.minion]);
  },
);

everyModule(
  'manage.down',
  {
    level: 'must',
    text: 'manage.down answers the ids that are down, within a target.',
    source,
    needs: ['runner', 'down minion'],
  },
  async ({ target }) => {
    const [down = ''] = target.fleet.down;
    expect(await target.authed.runner('manage.down', { tgt: down })).toEqual([down]);
  },
);

everyModule(
  'manage.nobody',
  {
    level: 'should',
    text: 'manage.status on a target that nobody matches answers two empty lists.',
    source,
    needs: ['runner'],
  },
  async ({ target }) => {
    const reply = await target.lowstate({
      client: 'runner',
      fun: 'manage.status',
      tgt: target.unique('nobody'),
    });
    expect(reply.body).toBe('{"return": [{"up": [], "down": []}]}');
  },
);

everyModule(
  'manage.present',
  {
    level: 'should',
    text: 'manage.present and manage.not_present part the accepted minions between them.',
    source,
    needs: ['runner', 'minion'],
  },
  async ({ target }) => {
    const present = await target.authed.runner('manage.present');
    const absent = await target.authed.runner('manage.not_present');
    const ids = [present, absent].flatMap((list) => (Array.isArray(list) ? list.map(String) : []));
    expect(ids.toSorted()).toEqual([...target.fleet.up, ...target.fleet.down].toSorted());
  },
);

everyModule(
  'manage.show-ip',
  {
    level: 'should',
    text: 'manage.present with show_ip answers a dict instead of a list.',
    source,
    needs: ['runner'],
  },
  async ({ target }) => {
    const present = await target.authed.runner('manage.present', { show_ip: true });
    expect(present).toEqual(expect.any(Object));
    expect(Array.isArray(present)).toBe(false);
  },
);

everyModule(
  'manage.versions',
  {
    level: 'should',
    text: "manage.versions sorts minions by how their version compares with the master's, whose own comes last.",
    source,
    needs: ['runner', 'minion'],
  },
  async ({ target }) => {
    const versions = await target.authed.runner('manage.versions');
    expect(keysOf(versions).at(-1)).toBe('Master');
    expect(field(versions, 'Master')).toMatch(/^\d+\.\d+/);
    const labels = keysOf(versions).filter((label) => label !== 'Master');
    const ids = labels.flatMap((label) => keysOf(field(versions, label)));
    expect(ids.toSorted()).toEqual([...target.fleet.up, ...target.fleet.down].toSorted());
  },
);
