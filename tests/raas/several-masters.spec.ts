import { expect, test } from '@playwright/test';
import { startSimulator, type Simulator } from '../../simulator/index.ts';
import { RpcClient } from './rpc-client.ts';
import type { Rows } from './rows.ts';

/*
 * Masters beside the fleet's own: each has its minions, and every list says whose they are.
 */

const FLEET = {
  minions: { web1: { grains: { role: 'web' } }, new1: { key: 'pending' } },
  raas: {
    masters: {
      'master-eu': {
        minions: { web1: { grains: { role: 'db' } }, eu1: {}, new1: { key: 'pending' } },
      },
      'master-us': { minions: { us1: { up: false } } },
    },
  },
};
const OWN = 'saltproof_master';
const ALL = [OWN, 'master-eu', 'master-us'];

let simulator: Simulator;
let root: RpcClient;
test.beforeEach(async () => {
  simulator = await startSimulator({ netapi: ['raas'], fleet: FLEET });
  root = await RpcClient.root(simulator.url);
});
test.afterEach(() => simulator.close());

async function statuses(kwarg: object = {}): Promise<unknown[]> {
  const { results } = await root.call<Rows>('master.get_master_presence', {
    sort_by: 'master_id',
    ...kwarg,
  });
  return results.map(({ master_id, status }) => [master_id, status]);
}

async function minionStatuses(): Promise<unknown[]> {
  const { results } = await root.call<Rows>('minions.get_minion_presence', { sort_by: 'master' });
  return results.map(({ master, minion, status }) => [master, minion, status]);
}

async function saved(name: string, tgt: object): Promise<string> {
  const call = 'tgt.save_target_group';
  return root.call(call, { name, desc: '', tgt });
}

async function found(tgt_uuid: string): Promise<unknown[]> {
  const { results } = await root.call<Rows>('minions.get_minion_cache', {
    tgt_uuid,
    sort_by: 'master',
  });
  return results.map(({ master, minion }) => [master, minion]);
}

function accept(master: string): Promise<{ task_ids: string[] }> {
  return root.call('minions.set_minion_key_state', {
    state: 'accept',
    minions: [[master, 'new1']],
  });
}

function decide(action: string): Promise<unknown> {
  return root.call('master.set_master_key_state', { masters: ['master-eu'], action });
}

async function seen(): Promise<number> {
  const { results } = await root.call<Rows>('master.get_master_presence', { master_id: OWN });
  return Date.parse(`${String(results[0]?.['last_seen'])}Z`);
}

async function keysOf(minion_id: string): Promise<unknown[]> {
  const { results } = await root.call<Rows>('minions.get_minion_key_state', {
    minion_id,
    sort_by: 'master_id',
  });
  return results.map(({ master, key_state }) => [master, key_state]);
}

test('each master is listed, with the version and the plugin it has', async () => {
  const { results } = await root.call<Rows>('master.get_master_details', { sort_by: 'master_id' });
  expect(results.map(({ master_id }) => master_id)).toEqual(['master-eu', 'master-us', OWN]);
  for (const row of results)
    expect(row).toMatchObject({ state: 'accepted', plugin_status: 'up_to_date' });
});

test('a target names masters, or all of them', async () => {
  const one = { tgt: 'web*', tgt_type: 'glob' };
  const everywhere = await saved('everywhere', { '*': one });
  const eu = await saved('eu', { 'master-eu': one });
  expect(await found(everywhere)).toEqual([
    ['master-eu', 'web1'],
    [OWN, 'web1'],
  ]);
  expect(await found(eu)).toEqual([['master-eu', 'web1']]);
});

test('a key is accepted on the one master that is named, or on all', async () => {
  expect((await accept('master-eu')).task_ids).toHaveLength(1);
  expect(await keysOf('new1')).toEqual([
    ['master-eu', ['accepted']],
    [OWN, ['pending']],
  ]);
  expect((await accept('*')).task_ids).toHaveLength(3);
  expect(await keysOf('new1')).toEqual([
    ['master-eu', ['accepted']],
    [OWN, ['accepted']],
  ]);
});

test('minions are present, lost, or unknown until they have started', async () => {
  expect(await minionStatuses()).toEqual([
    ['master-eu', 'eu1', 'present'],
    ['master-eu', 'web1', 'present'],
    ['master-us', 'us1', 'lost'],
    [OWN, 'web1', 'present'],
  ]);
  const accepting = {
    resource: 'minions',
    method: 'set_minion_key_state',
    kwarg: { state: 'accept', minions: [['master-eu', 'new1']] },
  };
  const asking = {
    resource: 'minions',
    method: 'get_minion_presence',
    kwarg: { minion_id: 'new1' },
  };
  const answered = await root.post([accepting, asking]);
  const { ret } = (await answered.json()) as { ret: { ret: Rows }[] };
  expect(ret[1]?.ret.results).toMatchObject([{ master: 'master-eu', status: 'unknown' }]);
  await simulator.clock.advance({ seconds: 10 });
  expect(await minionStatuses()).toContainEqual(['master-eu', 'new1', 'present']);
});

test('a master whose key is rejected is lost after some minutes with its minions, and comes back with it', async () => {
  expect(await statuses()).toEqual(ALL.toSorted().map((id) => [id, 'present']));
  await decide('reject');
  expect(await statuses({ master_id: 'eu' })).toEqual([['master-eu', 'present']]);
  await simulator.clock.advance({ minutes: 10 });
  expect(await statuses({ status: 'lost' })).toEqual([['master-eu', 'lost']]);
  expect(await minionStatuses()).toContainEqual(['master-eu', 'eu1', 'lost']);
  await decide('accept');
  expect(await statuses({ status: 'lost' })).toEqual([]);
  expect(await minionStatuses()).toContainEqual(['master-eu', 'eu1', 'present']);
});

test('a master that runs is seen again every minute', async () => {
  const before = await seen();
  await simulator.clock.advance({ minutes: 3 });
  expect((await seen()) - before).toBe(180_000);
});

test('a key that was deleted waits again after the next heartbeat of its master', async () => {
  const states = async (): Promise<unknown[]> => {
    const keys = await root.call<{ state: string }[]>('master.get_master_keys', {
      master_id: 'master-us',
    });
    return keys.map(({ state }) => state);
  };
  const masters = ['master-us'];
  await root.call('master.set_master_key_state', { masters, action: 'delete' });
  expect(await states()).toEqual([]);
  await simulator.clock.advance({ minutes: 1 });
  expect(await states()).toEqual(['pending']);
});
