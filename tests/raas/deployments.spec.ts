import { expect, test } from '@playwright/test';
import { startSimulator, type Simulator } from '../../simulator/index.ts';
import { RpcClient } from './rpc-client.ts';
import type { Rows } from './rows.ts';

/*
 * Hosts that are set up become masters and minions after their time, unless nobody can reach them.
 */

const MASTER = 'saltproof_master';
const ACCESS = { username: 'admin', password: 'secret' };

let simulator: Simulator;
let root: RpcClient;
test.beforeEach(async () => {
  simulator = await startSimulator({ netapi: ['raas'] });
  root = await RpcClient.root(simulator.url);
});
test.afterEach(() => simulator.close());

/** The only result of a list. */
async function only(name: string, kwarg: object): Promise<Readonly<Record<string, unknown>>> {
  const { results } = await root.call<Rows>(name, kwarg);
  expect(results).toHaveLength(1);
  return results[0] ?? {};
}

/** Sets a minion up and asks for it within one request: no time passes in between. */
async function startedMinion(host_name_ip: string): Promise<Readonly<Record<string, unknown>>> {
  const kwarg = {
    master_id: MASTER,
    host_name_ip,
    os: 'linux',
    ...ACCESS,
    variables: { port: 80 },
  };
  const answered = await root.post([
    { resource: 'minions', method: 'deploy_minion', kwarg },
    { resource: 'minions', method: 'get_minion_deployments', kwarg: { minion_id: host_name_ip } },
  ]);
  const { ret } = (await answered.json()) as { ret: { ret: Rows }[] };
  return ret[1]?.ret.results[0] ?? {};
}

test('a minion that is set up is one of its master’s after its time, accepted and started', async () => {
  const started = await startedMinion('app.example.com');
  expect(started).toMatchObject({ status: 'minion_deployment_started', master_id: MASTER });
  await simulator.clock.advance({ minutes: 1 });
  const { uuid } = started;
  const done = await only('minions.get_minion_deployments', { deploy_uuid: uuid });
  expect(done).toMatchObject({ status: 'minion_deployment_completed', message: null });
  const there = await only('minions.get_minion_presence', { minion_id: 'app.example.com' });
  expect(there).toMatchObject({ master: MASTER, status: 'present' });
  const cached = await only('minions.get_minion_cache', { minion_id: 'app.example.com' });
  expect(cached['grains']).toMatchObject({ id: 'app.example.com', kernel: 'Linux' });
});

test('a host that nobody can reach becomes no minion', async () => {
  const { uuid } = await startedMinion('app.invalid');
  await simulator.clock.advance({ minutes: 1 });
  const failed = await only('minions.get_minion_deployments', { deploy_uuid: uuid });
  expect(failed['status']).toBe('minion_deployment_failed');
  expect(failed['message']).toContain('app.invalid');
  const { count } = await root.call<Rows>('minions.get_minion_key_state', { minion_id: 'app' });
  expect(count).toBe(0);
});

test('a master that is set up shows its key, and is attached when that is accepted', async () => {
  const host = { host_name_ip: '10.0.0.5', master_id: 'edge', minion_id: 'edge-self' };
  const deploy_uuid = await root.call('master.deploy_master', { ...host, ...ACCESS });
  await simulator.clock.advance({ minutes: 2 });
  const done = await only('master.get_master_deployments', { deploy_uuid });
  expect(done['status']).toBe('master_deployment_completed');
  const waiting = await only('master.get_master_details', { master_id: 'edge' });
  expect(waiting).toMatchObject({ state: 'pending', presence_status: 'unknown' });
  await root.call('master.set_master_key_state', { masters: ['edge'], action: 'accept' });
  const attached = await only('master.get_master_details', { master_id: 'edge' });
  expect(attached).toMatchObject({ state: 'accepted', presence_status: 'present' });
  const minion = await only('minions.get_minion_presence', { master_id: 'edge' });
  expect(minion).toMatchObject({ minion: 'edge-self', status: 'present' });
});

test('a plugin that is updated is upgraded, restarted and up to date', async () => {
  const { plugin_status } = await only('master.get_plugin_status', { master_id: MASTER });
  expect(plugin_status).toBe('up_to_date');
  const jid = await root.call('master.update_plugin', { master_id: MASTER });
  const status = async (): Promise<unknown> => {
    const row = await only('master.get_plugin_status', { master_id: MASTER });
    expect(row['last_update_jid']).toBe(jid);
    return row['plugin_status'];
  };
  expect(await status()).toBe('upgrading');
  await simulator.clock.advance({ seconds: 25 });
  expect(await status()).toBe('restarting');
  await simulator.clock.advance({ seconds: 25 });
  expect(await status()).toBe('up_to_date');
});
