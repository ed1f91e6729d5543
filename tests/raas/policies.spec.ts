import { expect, test } from '@playwright/test';
import { startSimulator, type Simulator } from '../../simulator/index.ts';
import { RpcClient } from './rpc-client.ts';
import type { Rows } from './rows.ts';

/*
 * Policies on a fleet of several masters, of which the suite knows nothing: who is found to be how,
 * and what the rest of RaaS tells of their runs.
 */

const FLEET = {
  minions: { web1: {}, web2: {}, old1: { up: false }, win1: { grains: { kernel: 'Windows' } } },
  raas: { masters: { west: { minions: { web1: {} } } } },
};
const ALL_MINIONS = '7f93b928-388b-11e6-b133-346895ecb8f3';

const open: Simulator[] = [];
test.afterEach(async () => {
  for (const simulator of open.splice(0)) await simulator.close();
});

async function started(seed = 1): Promise<RpcClient> {
  const simulator = await startSimulator({ netapi: ['raas'], fleet: FLEET, seed });
  open.push(simulator);
  return RpcClient.root(simulator.url);
}

async function policyOn(root: RpcClient, resource: string): Promise<string> {
  const { results } = await root.call<Rows>('sec.get_benchmarks');
  const benchmark_uuids = results.map(({ uuid }) => uuid);
  const standard = { name: 'A policy', tgt_uuid: ALL_MINIONS };
  return root.call(`${resource}.save_policy`, {
    ...standard,
    ...(resource === 'sec' && { benchmark_uuids }),
  });
}

async function assess(root: RpcClient, resource: string, policy_uuid: string): Promise<string> {
  const { jid } = await root.call<{ jid: string }>(`${resource}.assess_policy`, { policy_uuid });
  return jid;
}

async function statesOf(root: RpcClient, more: object = {}): Promise<unknown[]> {
  const policy_uuid = await policyOn(root, 'sec');
  await assess(root, 'sec', policy_uuid);
  const { results } = await root.call<Rows>('sec.get_check_minions', {
    policy_uuid,
    limit: 0,
    ...more,
  });
  return results.map((row) => [
    row['check_name'],
    row['master_id'],
    row['minion_id'],
    row['state'],
  ]);
}

test('the same seed finds the same, and another something else', async () => {
  const first = await statesOf(await started(1));
  expect(await statesOf(await started(1))).toEqual(first);
  expect(await statesOf(await started(2))).not.toEqual(first);
});

test('checks of another kernel are not applicable', async () => {
  const states = await statesOf(await started(), { minion_ids: ['win1'], check_names: ['sshd'] });
  expect(states.length).toBeGreaterThan(0);
  for (const row of states) expect(row).toEqual(expect.arrayContaining(['notapplicable']));
});

for (const resource of ['sec', 'vman'])
  test(`${resource}: a run is a command, which the minion that is down does not return to`, async () => {
    const root = await started();
    const policy_uuid = await policyOn(root, resource);
    const jid = await assess(root, resource, policy_uuid);
    const history = await root.call<Rows>(`${resource}.get_policy_run_history`, { policy_uuid });
    const told = { state: 'completed_missing_returns', expected: 5, returned: 4 };
    expect(history.results).toMatchObject([{ jid, user: 'root', ...told }]);
    const commands = await root.call<Rows>('cmd.get_cmds', { jid });
    expect(commands.results).toMatchObject([{ jid, fun: 'policy.assessment', state: told.state }]);
    const returns = await root.call<Rows>('ret.get_returns', { jid });
    expect(returns.count).toBe(4);
  });

test('minions of the same id on two masters are two', async () => {
  const states = await statesOf(await started(), { minion_ids: ['web1'] });
  const masters = new Set(states.map((row) => (row as unknown[])[1]));
  expect(masters).toEqual(new Set(['saltproof_master', 'west']));
});

test('a remediation of one minion leaves the others as they are', async () => {
  const root = await started();
  const policy_uuid = await policyOn(root, 'vman');
  await assess(root, 'vman', policy_uuid);
  const of = async (minion_id: string, master_id: string): Promise<number> =>
    (await root.call<Rows>('vman.get_advisory_minions', { policy_uuid, minion_id, master_id }))
      .count;
  const before = await of('web1', 'west');
  expect(await of('web1', 'saltproof_master')).toBeGreaterThan(0);
  const minions = { saltproof_master: ['web1'] };
  await root.call('vman.remediate_policy', { policy_uuid, minions });
  expect(await of('web1', 'saltproof_master')).toBe(0);
  expect(await of('web1', 'west')).toBe(before);
});

test('what is exempt is not remediated', async () => {
  const root = await started();
  const policy_uuid = await policyOn(root, 'sec');
  await assess(root, 'sec', policy_uuid);
  const wrong = { policy_uuid, state: ['noncompliant'], limit: 0 };
  const [first] = (await root.call<Rows>('sec.get_check_minions', wrong)).results;
  const { check_uuid, master_id, minion_id } = first ?? {};
  await root.call('sec.save_exemption', {
    policy_uuid,
    check_uuids: [check_uuid],
    minion_ids: [{ [String(master_id)]: [minion_id] }],
    reason: 'later',
  });
  await root.call('sec.remediate_policy', { policy_uuid });
  const left = (await root.call<Rows>('sec.get_check_minions', wrong)).results;
  expect(left).toMatchObject([{ check_uuid, master_id, minion_id, exempt: true }]);
});
