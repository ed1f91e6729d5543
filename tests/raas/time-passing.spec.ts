import { expect, test } from '@playwright/test';
import { startSimulator, type Simulator } from '../../simulator/index.ts';
import { RpcClient } from './rpc-client.ts';
import type { Rows } from './rows.ts';

/*
 * What RaaS does as time passes: licences end, usage is noted by the hour, and what is old is
 * trimmed.
 */

let simulator: Simulator;
let root: RpcClient;
test.beforeEach(async () => {
  const fleet = {
    minions: { web1: {}, web2: {}, new1: { key: 'pending' } },
    raas: { masters: { west: { minions: { db1: {} } } } },
  };
  simulator = await startSimulator({ netapi: ['raas'], fleet });
  root = await RpcClient.root(simulator.url);
});
test.afterEach(() => simulator.close());

/** A licence of 30 days for two minions. */
const KEY = JSON.stringify({
  masters: { policy: 'warn', hard_limit: 5 },
  minions: { policy: 'warn', hard_limit: 2 },
  term: { duration: 30, policy: 'warn' },
  features: ['config'],
  metadata: {
    customer: 'somebody',
    uuid: '00000000-0000-4000-8000-000000000000',
    created: '2026-01-02',
  },
});

interface Current {
  readonly uuid: string;
}

interface Usage {
  readonly timestamp: string;
  readonly messages: readonly { readonly detail: string; readonly level: string }[];
}

test('a licence counts from when it is saved until it ends, and then the one before does', async () => {
  const first = await root.call<Current>('license.get_current_license');
  const uuid = await root.call('license.save_license', { license_key: KEY });
  expect(await root.call('license.get_current_license')).toMatchObject({ uuid });
  await simulator.clock.advance({ hours: 31 * 24 });
  expect(await root.call('license.get_current_license')).toEqual(first);
  expect(await root.call('license.get_licenses')).toHaveLength(1);
  expect(await root.call('license.get_licenses', { include_expired: true })).toHaveLength(2);
});

test('usage counts all masters and the minions they have accepted, and warns above the limit', async () => {
  const levels = async (): Promise<string[]> => {
    const { messages } = await root.call<Usage>('license.check_usage', { force_check: true });
    expect(messages[0]?.detail).toMatch(/^2 /);
    expect(messages[1]?.detail).toMatch(/^3 /);
    return messages.map(({ level }) => level);
  };
  expect(await levels()).not.toContain('warning');
  await root.call('license.save_license', { license_key: KEY });
  expect(await levels()).toContain('warning');
});

/** When usage was looked at. */
async function timestamp(force_check: boolean): Promise<string> {
  return (await root.call<Usage>('license.check_usage', { force_check })).timestamp;
}

test('what was found of usage is told again until it is an hour old, or somebody insists', async () => {
  const first = await timestamp(false);
  expect(await timestamp(false)).toBe(first);
  const forced = await timestamp(true);
  expect(forced).not.toBe(first);
  await simulator.clock.advance({ hours: 2 });
  expect(await timestamp(false)).not.toBe(forced);
});

/** The snapshots of usage that there are. */
function snapshots(): Promise<object[]> {
  return root.call('license.get_usage_snapshots');
}

test('there is a snapshot of usage for every hour', async () => {
  const before = (await snapshots()).length;
  await simulator.clock.advance({ hours: 3 });
  const after = await snapshots();
  expect(after).toHaveLength(before + 3);
  expect(after.at(-1)).toMatchObject({ masters: 2, minions: 3 });
});

test('the audit log is trimmed by days, and only counted for a test', async () => {
  const count = async (): Promise<number> => {
    const { count } = await root.call<Rows>('audit.get_audit', { event_name: 'kv.list_keys' });
    return count;
  };
  const trim = async (kwarg: object): Promise<number> =>
    (await root.call<{ audit: number }>('admin.trim_database', kwarg)).audit;
  await root.call('kv.list_keys');
  expect(await trim({ audit: 1 })).toBe(0);
  await simulator.clock.advance({ hours: 48 });
  await root.call('kv.list_keys');
  expect(await trim({ audit: -1 })).toBe(0);
  const old = await trim({ audit: 1, test: true });
  expect(old).toBeGreaterThan(0);
  expect(await count()).toBe(2);
  expect(await trim({ audit: 1 })).toBe(old);
  expect(await count()).toBe(1);
});

test('jobs and schedules are trimmed once they are over', async () => {
  const tgt = { '*': { tgt: '*', tgt_type: 'glob' } };
  await root.call('cmd.route_cmd', { cmd: 'local', fun: 'test.ping', tgt });
  const work = { cmd: 'local', fun: 'test.ping', tgt };
  const once = { once: '2026-01-02T06:00:00' };
  await root.call('schedule.save', { name: 'over', schedule: once, ...work });
  await root.call('schedule.save', { name: 'daily', schedule: { days: 1 }, ...work });
  await simulator.clock.advance({ hours: 80 });
  const trimmed = await root.call('admin.trim_database', { schedule: 1 });
  expect(trimmed).toEqual({ test: false, schedule: 1 });
  const { results } = await root.call<Rows>('schedule.get', { show_past: true });
  expect(results.map(({ name }) => name)).toEqual(['daily']);
  const { jobs } = await root.call<{ jobs: object }>('admin.trim_database', { jobs: 2 });
  expect(jobs).toEqual({ commands: 3, 'minions-expected': 9, returns: 9, jids: 3 });
});
