import { expect, test } from '@playwright/test';
import { startSimulator, type Simulator } from '../../simulator/index.ts';
import { RpcClient } from './rpc-client.ts';

/* What one user owns becomes another's, of every type that there is. */

let simulator: Simulator;
let root: RpcClient;
test.beforeEach(async () => {
  simulator = await startSimulator({ netapi: ['raas'] });
  root = await RpcClient.root(simulator.url);
});
test.afterEach(() => simulator.close());

const ROOT = '80c67364-cb31-4f4b-972a-e7ea3f752bb8';

const DIRECTORY = {
  config_name: 'corp-ad',
  driver: 'ldap',
  host: 'ad.example',
  port: 389,
  bind_dn: 'cn=raas',
  bind_pw: 'secret',
  base_dn: 'dc=example',
  person_class: 'person',
  account_attr_name: 'sAMAccountName',
  group_class: 'group',
  group_attr_name: 'cn',
  skip_job_scheduling: true,
};

test('all that a user owns is counted by type, and given away', async () => {
  const tgt = { '*': { tgt: '*', tgt_type: 'glob' } };
  await root.call('tgt.save_target_group', { name: 'all', tgt });
  const job = { name: 'ping', desc: '', cmd: 'local', fun: 'test.ping' };
  const job_uuid = await root.call('job.save_job', { ...job, arg: { arg: [], kwarg: {} } });
  await root.call('pillar.save_pillar', { name: 'p', pillar_type: 'json', pillar: { a: 1 } });
  await root.call('fs.save_file', { saltenv: 'base', path: '/a.sls', contents: '' });
  await root.call('settings.save_auth_config', DIRECTORY);
  const perms = ['job-delete'];
  const ann = { username: 'ann', password: 'pw', perms };
  const to_user_uuid = await root.call('auth.save_user', ann);
  const transfer = { from_user_uuid: ROOT, to_user_uuid };
  const counts = { target_groups: 1, jobs: 1, pillars: 1, files: 1, auth_configs: 1, formulas: 0 };
  expect(await root.call('auth.transfer_resources', { ...transfer, test: true })).toEqual(counts);

  const basic = Buffer.from('ann:pw').toString('base64');
  const client = await RpcClient.connect(simulator.url, `Basic ${basic}`);
  expect((await client.ask('job.delete_job', { job_uuid })).error).not.toBeNull();
  expect(await root.call('auth.transfer_resources', transfer)).toEqual(counts);
  await client.call('job.delete_job', { job_uuid });
  const again = await root.call<Record<string, number>>('auth.transfer_resources', transfer);
  expect(new Set(Object.values(again))).toEqual(new Set([0]));
});
