import { expect, test } from '@playwright/test';
import { startSimulator, type Simulator } from '../../simulator/index.ts';
import { RpcClient } from './rpc-client.ts';
import type { Rows } from './rows.ts';

/*
 * Who may see and change what somebody else has saved: its owner, superusers, and roles that were
 * given access.
 */

const FLEET = {
  minions: {},
  raas: { users: { ann: { password: 'pw' }, bob: { password: 'pw' } } },
};

let simulator: Simulator;
let root: RpcClient;
let ann: RpcClient;
let bob: RpcClient;
test.beforeEach(async () => {
  simulator = await startSimulator({ netapi: ['raas'], fleet: FLEET });
  root = await RpcClient.root(simulator.url);
  ann = await connect('ann');
  bob = await connect('bob');
});
test.afterEach(() => simulator.close());

function connect(user: string): Promise<RpcClient> {
  return RpcClient.connect(simulator.url, `Basic ${Buffer.from(`${user}:pw`).toString('base64')}`);
}

const JOB = { name: 'ping', cmd: 'local', fun: 'test.ping' };

async function jobsOf(client: RpcClient): Promise<unknown[]> {
  const { results } = await client.call<Rows>('job.get_jobs');
  return results.map(({ name }) => name);
}

test('what somebody saves is in the lists of nobody else but superusers', async () => {
  await ann.call('job.save_job', JOB);
  expect(await jobsOf(ann)).toEqual(['ping']);
  expect(await jobsOf(root)).toEqual(['ping']);
  expect(await jobsOf(bob)).toEqual([]);
});

test('a role that may read sees it, and may do no more than that', async () => {
  const job_uuid = await ann.call<string>('job.save_job', JOB);
  await ann.call('job.save_job_access', { job_uuid, access_payload: { User: ['read'] } });
  expect(await jobsOf(bob)).toEqual(['ping']);
  expect((await bob.ask('job.delete_job', { job_uuid })).error).not.toBe(null);
  expect((await bob.ask('job.save_job', { job_uuid, desc: 'mine' })).error).not.toBe(null);
  await ann.call('job.save_job_access', { job_uuid, access_payload: { User: ['delete'] } });
  expect(await jobsOf(bob)).toEqual([]);
  await bob.call('job.delete_job', { job_uuid });
  expect(await jobsOf(ann)).toEqual([]);
});

test('nobody deletes the target of all minions, and only superusers change it', async () => {
  const { results } = await ann.call<Rows>('tgt.get_target_group');
  const [{ uuid: tgt_uuid, tgt } = {}] = results;
  expect((await ann.ask('tgt.save_target_group', { tgt_uuid, tgt, desc: 'mine' })).error).not.toBe(
    null,
  );
  await root.call('tgt.save_target_group', { tgt_uuid, tgt, desc: 'All of them' });
  for (const client of [ann, root]) {
    const { error } = await client.ask('tgt.delete_target_group', { tgt_uuid, force: true });
    expect(error).not.toBe(null);
  }
  expect(await ann.call<Rows>('tgt.get_target_group')).toMatchObject({
    count: 1,
    results: [{ name: 'All Minions', desc: 'All of them' }],
  });
});

test('of a list of target groups all are deleted, or none', async () => {
  const tgt = { '*': { tgt: '*', tgt_type: 'glob' } };
  const own = await ann.call<string>('tgt.save_target_group', { name: 'own', tgt });
  const other = await bob.call<string>('tgt.save_target_group', { name: 'other', tgt });
  const tgt_uuid = [own, other];
  expect((await ann.ask('tgt.delete_target_group', { tgt_uuid })).error).not.toBe(null);
  expect((await root.call<Rows>('tgt.get_target_group')).count).toBe(3);
  await root.call('tgt.delete_target_group', { tgt_uuid });
  expect((await root.call<Rows>('tgt.get_target_group')).count).toBe(1);
});

test('who may not read a target group neither runs on it nor asks who is in it, in whatever way', async () => {
  const tgt = { '*': { tgt: 'web*', tgt_type: 'glob' } };
  const tgt_uuid = await ann.call<string>('tgt.save_target_group', { name: 'own', tgt });
  const asked: readonly (readonly [method: string, kwarg: object])[] = [
    ['tgt.get_target_group_minions', { tgt_uuid }],
    ['minions.get_minion_details', { tgt_uuid }],
    ['ret.get_returns', { match_tgt_uuid: tgt_uuid }],
    ['cmd.get_highstate_minions', { tgt_uuid }],
    ['job.save_job', { ...JOB, tgt_uuid }],
    ['cmd.route_cmd', { cmd: 'local', fun: 'test.ping', tgt_uuid }],
  ];
  for (const [method, kwarg] of asked) {
    const { error } = await bob.ask(method, kwarg);
    expect(error?.message).toContain(`may not read the target group ${tgt_uuid}`);
    expect((await ann.ask(method, kwarg)).error).toBe(null);
  }
});
