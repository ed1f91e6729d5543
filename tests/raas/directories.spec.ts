import { expect, test } from '@playwright/test';
import { startSimulator, type Simulator } from '../../simulator/index.ts';
import { RpcClient } from './rpc-client.ts';

/*
 * Users of directories: the fleet file says who is in one, the configuration of the back end whether
 * they can log in.
 */

const FLEET = {
  minions: {},
  raas: { users: { ann: { password: 'pw', config_name: 'corp-ad', groups: ['ops'], roles: [] } } },
};

/** The least that a configuration of a directory must say. */
const CONFIG = {
  driver: 'ldap',
  host: 'ad.example',
  port: 389,
  bind_dn: 'cn=raas',
  bind_pw: 'S3cret',
  base_dn: 'dc=example',
  person_class: 'person',
  account_attr_name: 'sAMAccountName',
  group_class: 'group',
  group_attr_name: 'cn',
  skip_job_scheduling: true,
};

let simulator: Simulator;
let root: RpcClient;
test.beforeEach(async () => {
  simulator = await startSimulator({ netapi: ['raas'], fleet: FLEET });
  root = await RpcClient.root(simulator.url);
});
test.afterEach(() => simulator.close());

/** What a log-in as ann is answered with. */
async function logIn(config_name: string | undefined): Promise<Response> {
  const { headers } = await fetch(`${simulator.url}/account/login`);
  const token = headers.get('X-Xsrftoken') ?? '';
  return fetch(`${simulator.url}/account/login`, {
    method: 'POST',
    headers: { Cookie: `_xsrf=${token}`, 'X-Xsrftoken': token },
    body: JSON.stringify({ username: 'ann', password: 'pw', config_name, token_type: 'jwt' }),
  });
}

test('a user of a directory logs in by its back end, and by no other', async () => {
  expect((await logIn('corp-ad')).status).toBe(200);
  for (const other of [undefined, 'internal', 'other-ad', ''])
    expect((await logIn(other)).status).toBe(401);
});

test('without its back end nobody of a directory logs in; as soon as that is saved again, all do', async () => {
  await root.call('settings.delete_auth_config', { config_name: 'corp-ad' });
  const refused = await logIn('corp-ad');
  expect(refused.status).toBe(401);
  expect(await refused.text()).toContain('Invalid credentials');
  await root.call('settings.save_auth_config', { ...CONFIG, config_name: 'corp-ad' });
  expect((await logIn('corp-ad')).status).toBe(200);
});

test('a configuration that is for previews alone lets nobody in', async () => {
  await root.call('settings.save_auth_config', {
    ...CONFIG,
    config_name: 'corp-ad',
    preview_config: true,
  });
  expect((await logIn('corp-ad')).status).toBe(401);
  expect(await root.call('settings.get_auth_config')).toEqual([]);
  expect(await root.call('settings.get_auth_config', { include_preview: true })).toHaveLength(1);
});

test('a user link that is disabled shuts a user out, one that is enabled lets the user in', async () => {
  const link = { config_name: 'corp', username: 'ann' };
  await root.call('auth.save_user_link', { ...link, enabled: false });
  expect((await logIn('corp-ad')).status).toBe(401);
  await root.call('auth.save_user_link', link);
  expect((await logIn('corp-ad')).status).toBe(200);
});

test('a user who was deleted comes back by a link, or when the directory is synchronised', async () => {
  const ann = { config_name: 'corp-ad', username: 'ann' };
  for (const back of [
    () => root.call('auth.save_user_link', ann),
    () => root.call('settings.sync_auth_config', { config_name: 'corp-ad' }),
  ]) {
    await root.call('auth.delete_user', ann);
    expect((await logIn('corp-ad')).status).toBe(401);
    await back();
    expect((await logIn('corp-ad')).status).toBe(200);
  }
});

test('users in a group of a directory have the roles of the group that it is linked to, while it is', async () => {
  await root.call('auth.save_role', { role_name: 'readers', perms: ['pillar-read'] });
  await root.call('auth.save_group', { group_name: 'readers', roles: ['readers'] });
  const link = { group_name: 'readers', config_name: 'corp-ad', ext_group_name: 'ops' };
  const perms = async (): Promise<string[]> => {
    const ann = { config_name: 'corp-ad', username: 'ann' };
    return (await root.call<{ perms: string[] }>('auth.get_user', ann)).perms;
  };
  expect(await perms()).toEqual([]);
  await root.call('auth.save_group_link', link);
  expect(await perms()).toEqual(['pillar-read']);
  await root.call('auth.save_group_link', { ...link, enabled: false });
  expect(await perms()).toEqual([]);
  await root.call('auth.save_group_link', link);
  await root.call('auth.delete_group_link', link);
  expect(await perms()).toEqual([]);
});

test('a preview shows nothing until its task is done', async () => {
  const preview = { config_name: 'corp-ad' };
  const { task_id } = await root.call<{ task_id: string }>('settings.start_directory_preview', {
    ...preview,
    custom_directory_filter: '(&(objectClass=person)(!(cn=b*)))',
  });
  const records = () =>
    root.call('settings.get_directory_preview_records', { ...preview, task_id });
  expect(await records()).toEqual({ status: 'pending', entries: [] });
  await simulator.clock.advance({ seconds: 3 });
  expect(await records()).toMatchObject({ status: 'complete', entries: [{ name: 'ann' }] });
  await root.call('settings.end_directory_preview', preview);
  await expect(records()).rejects.toThrow('no user preview');
});

test('no secret is shown back', async () => {
  await root.call('settings.save_auth_config', { ...CONFIG, config_name: 'corp-ad' });
  await root.call('settings.save_sso_config', {
    name: 'Google',
    backend: 'google-oauth2',
    config: { key: 'id', secret: 'S3cret', nested: { password: 'S3cret' } },
  });
  const shown = [
    await root.call('settings.get_auth_config'),
    await root.call('settings.get_sso_config'),
    await root.call('auth.get_all_users', { include_custom_data: true, include_perms: true }),
  ];
  expect(JSON.stringify(shown)).not.toMatch(/S3cret|"pw"/);
});
