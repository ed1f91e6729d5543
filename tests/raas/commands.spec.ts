import { expect, test } from '@playwright/test';
import { startSimulator, type Simulator, type SimulatorOptions } from '../../simulator/index.ts';
import { RpcClient } from './rpc-client.ts';
import type { Rows } from './rows.ts';

/*
 * Commands between RaaS and its masters: what runs where, what salt-api sees of it, and how it goes
 * on as time passes.
 */

const FLEET = {
  minions: { web1: {}, web2: {}, old1: { up: false } },
  raas: { masters: { west: { minions: { db1: {} } } } },
};

const EVERYBODY = { '*': { tgt: '*', tgt_type: 'glob' } };
const WEB = { '*': { tgt: 'web*', tgt_type: 'glob' } };

interface Row {
  readonly jid: string;
  readonly fun: string;
  readonly state: string;
  readonly expected: number;
  readonly returned: number;
  readonly not_returned: number;
}

const started: Simulator[] = [];

async function start(options: Partial<SimulatorOptions> = {}): Promise<[Simulator, RpcClient]> {
  const simulator = await startSimulator({ netapi: ['raas'], fleet: FLEET, ...options });
  started.push(simulator);
  return [simulator, await RpcClient.root(simulator.url)];
}

test.afterEach(async () => {
  for (const simulator of started.splice(0)) await simulator.close();
});

function route(root: RpcClient, more: object = {}): Promise<string> {
  return root.call('cmd.route_cmd', { cmd: 'local', fun: 'test.ping', tgt: WEB, ...more });
}

async function rowOf(root: RpcClient, jid: string): Promise<Row | undefined> {
  const { results } = await root.call<Rows<Row>>('cmd.get_cmds', { jid, filter_find_job: false });
  return results[0];
}

/** The states of a command, one a look, until nothing more comes of it. */
async function statesOf(root: RpcClient, jid: string): Promise<string[]> {
  const states: string[] = [];
  for (let looks = 0; looks < 100; looks++) {
    const { state = '' } = (await rowOf(root, jid)) ?? {};
    states.push(state);
    if (state.startsWith('completed') || state === 'stopped') break;
  }
  return [...new Set(states)];
}

test('a client that does nothing but ask gets to the end of a command on a virtual clock', async () => {
  const [, root] = await start();
  const jid = await route(root, { fun: 'test.sleep', arg: { arg: [3] } });
  expect(await statesOf(root, jid)).toEqual(['new', 'retrieved', 'completed_all_successful']);
});

test('nothing of a command happens on a virtual clock while nobody asks, and all when it is moved', async () => {
  const [simulator, root] = await start();
  const jid = await route(root);
  expect(await root.call('ret.get_jids')).toEqual({});
  await simulator.clock.advance({ seconds: 2 });
  expect(await rowOf(root, jid)).toMatchObject({ state: 'completed_all_successful', returned: 2 });
});

test('a command is carried out in real time', async () => {
  const [, root] = await start({ clock: 'wall' });
  const jid = await route(root);
  await expect
    .poll(async () => (await rowOf(root, jid))?.state, { timeout: 20_000 })
    .toBe('completed_all_successful');
});

test('a minion that is down is waited for, and then its return is missing', async () => {
  const [, root] = await start();
  const jid = await route(root, { tgt: { '*': { tgt: '*1', tgt_type: 'glob' } } });
  expect(await statesOf(root, jid)).toEqual(['new', 'retrieved', 'completed_missing_returns']);
  expect(await rowOf(root, jid)).toMatchObject({ expected: 3, returned: 2, not_returned: 1 });
  const given = { jid, has_return: false };
  expect(await root.call('cmd.get_cmd_details', given)).toMatchObject({
    count: 1,
    results: [{ minion_id: 'old1', has_errors: false }],
  });
});

test('a command runs on each master that it names, under one jid', async () => {
  const [, root] = await start();
  const everywhere = await route(root, { tgt: EVERYBODY });
  await statesOf(root, everywhere);
  expect(Object.keys(await root.call('ret.get_jid', { jid: everywhere }))).toEqual([
    'web1',
    'web2',
    'db1',
  ]);
  const west = await route(root, { tgt: { west: { tgt: '*', tgt_type: 'glob' } } });
  await statesOf(root, west);
  expect(await root.call('ret.get_jid', { jid: west })).toMatchObject({
    db1: { master_id: 'west' },
  });
  const runner = { cmd: 'runner', fun: 'manage.up', masters: ['west'], tgt: null };
  const up = await route(root, runner);
  await statesOf(root, up);
  expect(await root.call('ret.get_jid', { jid: up })).toMatchObject({ west: { return: ['db1'] } });
});

test('of a cluster one master is chosen, unless all are asked for', async () => {
  const [, root] = await start();
  for (const master_id of ['saltproof_master', 'west'])
    await root.call('master.save_master', { master_id, cluster_id: 'pair' });
  const mastersOf = async (more: object): Promise<number> => {
    const jid = await route(root, { cmd: 'runner', fun: 'test.arg', tgt: null, ...more });
    await statesOf(root, jid);
    return Object.keys(await root.call<object>('ret.get_jid', { jid })).length;
  };
  expect(await mastersOf({ masters: ['*'] })).toBe(1);
  expect(await mastersOf({ masters: ['pair'] })).toBe(1);
  expect(await mastersOf({ masters: ['pair'], disposition: ['all-in-cluster'] })).toBe(2);
});

test('any master is one of them, and one that is not attached is none', async () => {
  const [, root] = await start();
  const runner = { cmd: 'runner', fun: 'test.arg', tgt: null };
  const jid = await route(root, { ...runner, masters: ['*'], disposition: ['any-master'] });
  await statesOf(root, jid);
  expect(Object.keys(await root.call('ret.get_jid', { jid }))).toHaveLength(1);
  const { error } = await root.ask('cmd.route_cmd', {
    cmd: 'runner',
    fun: 'test.arg',
    masters: ['nowhere'],
  });
  expect(error?.message).toContain('nowhere');
});

test('a command that is paused before any master has taken it waits until it is resumed', async () => {
  const [, root] = await start();
  const jid = await route(root);
  await root.call('cmd.pause_job', { jid });
  expect(await rowOf(root, jid)).toMatchObject({ state: 'pausing', returned: 0 });
  for (let looks = 0; looks < 5; looks++)
    expect(await rowOf(root, jid)).toMatchObject({ state: 'paused', returned: 0 });
  await root.call('cmd.resume_job', { jid });
  expect(await statesOf(root, jid)).toEqual(['resuming', 'completed_all_successful']);
  expect(await rowOf(root, jid)).toMatchObject({ returned: 2 });
});

test('a command that is stopped before any master has taken it never runs, and one that runs does not return', async () => {
  const [, root] = await start();
  const untouched = await route(root);
  await root.call('cmd.stop_job', { jid: untouched });
  expect(await statesOf(root, untouched)).toEqual(['stopping', 'stopped']);
  const busy = await route(root, { fun: 'test.sleep', arg: { arg: [30] } });
  await rowOf(root, busy);
  await root.call('cmd.stop_job', { jid: busy });
  expect(await statesOf(root, busy)).toEqual(['stopping', 'stopped']);
  for (let looks = 0; looks < 40; looks++) await route(root).then((jid) => rowOf(root, jid));
  expect(await root.call('ret.get_jid', { jid: untouched })).toEqual({});
  expect(await root.call('ret.get_jid', { jid: busy })).toEqual({});
});

/** What a client gets to read that gives commands and a schedule, asks after them, and lets time pass. */
async function readByScript(): Promise<string[]> {
  const [simulator, root] = await start({ seed: 7 });
  const texts: string[] = [];
  const ask = async (name: string, kwarg: object = {}): Promise<unknown> => {
    const [resource, method] = name.split('.');
    const text = await (await root.post({ riq: 1, resource, method, kwarg })).text();
    texts.push(text);
    return (JSON.parse(text) as { ret: unknown }).ret;
  };
  const jids = [
    await ask('cmd.route_cmd', { cmd: 'local', fun: 'test.ping', tgt: EVERYBODY }),
    await ask('cmd.route_cmd', { cmd: 'local', fun: 'test.sleep', tgt: WEB, arg: { arg: [2] } }),
    await ask('cmd.route_cmd', { cmd: 'runner', fun: 'manage.status', masters: ['*'] }),
  ];
  const schedule = { minutes: 1, splay: { start: 0, end: 30 } };
  await ask('schedule.save', { name: 'often', schedule, fun: 'test.ping', tgt: WEB });
  await ask('schedule.futures', { limit: 3 });
  for (let looks = 0; looks < 25; looks++) await ask('cmd.get_cmd_status', { jids });
  await simulator.clock.advance({ minutes: 5 });
  await ask('cmd.get_cmds', { limit: 0 });
  await ask('ret.get_returns', { limit: 0 });
  return texts;
}

test('the same calls on the same seed have the same answers, to the byte', async () => {
  expect(await readByScript()).toEqual(await readByScript());
});

test('old commands and what they returned are trimmed', async () => {
  const [simulator, root] = await start();
  const jid = await route(root);
  await statesOf(root, jid);
  await simulator.clock.advance({ hours: 49 });
  const young = await route(root);
  await statesOf(root, young);
  const trimmed = { jobs: { commands: 1, 'minions-expected': 2, returns: 2, jids: 1 } };
  expect(await root.call('admin.trim_database', { jobs: 2, test: true })).toMatchObject(trimmed);
  expect(await rowOf(root, jid)).toBeDefined();
  expect(await root.call('admin.trim_database', { jobs: 2 })).toMatchObject(trimmed);
  expect(await rowOf(root, jid)).toBeUndefined();
  expect(await root.call('ret.get_jid', { jid })).toEqual({});
  expect(await rowOf(root, young)).toMatchObject({ returned: 2 });
});
