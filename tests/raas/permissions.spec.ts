import { expect, test } from '@playwright/test';
import { startSimulator, type Simulator } from '../../simulator/index.ts';
import { PERMISSIONS } from '../../simulator/raas/permissions.ts';
import { METHOD_TABLE } from '../../simulator/raas/rpc/method-table.ts';
import { RpcClient } from './rpc-client.ts';

/*
 * What the tables of methods say of permissions, held against every method there is: who lacks the
 * permission is refused, and nothing else is asked of who has it.
 */

/** Each method with the permission that its table says it needs. */
const METHODS = Object.entries(METHOD_TABLE).flatMap(([resource, { methods }]) =>
  Object.entries(methods).map(
    ([method, { permission }]) => [`${resource}.${method}`, permission] as const,
  ),
);

let simulator: Simulator;
let root: RpcClient;
test.beforeAll(async () => {
  simulator = await startSimulator({ netapi: ['raas'] });
  root = await RpcClient.root(simulator.url);
});
test.afterAll(() => simulator.close());

/** A client of a new user with these permissions and no role. */
async function userWith(username: string, perms: readonly string[]): Promise<RpcClient> {
  await root.call('auth.save_user', { username, password: 'pw', roles: [], perms });
  const basic = Buffer.from(`${username}:pw`).toString('base64');
  return RpcClient.connect(simulator.url, `Basic ${basic}`);
}

/** The methods that a client is refused for want of a permission, with the permission. */
async function refusedTo(client: RpcClient): Promise<(readonly [string, string])[]> {
  const calls = METHODS.map(([name]) => {
    const [resource, method] = name.split('.');
    return { resource, method, kwarg: {} };
  });
  const { ret } = (await (await client.post(calls)).json()) as { ret: Answer[] };
  return METHODS.flatMap(([name], at) => {
    const permission = ret[at]?.error?.detail?.permission;
    return permission === undefined ? [] : [[name, permission] as const];
  });
}

interface Answer {
  readonly error: { readonly detail?: { readonly permission?: string } | null } | null;
}

/** The methods that need a permission which is none of these, as the tables say. */
function needingOthers(perms: readonly string[]) {
  return METHODS.filter(([, permission]) => permission !== null && !perms.includes(permission));
}

test('a user without a role is refused exactly where a permission is needed', async () => {
  expect(await refusedTo(await userWith('nobody', []))).toEqual(needingOthers([]));
});

test('a user with one permission is let in where it is needed, and nowhere else', async () => {
  for (const permission of PERMISSIONS.filter((name) => name !== 'superuser')) {
    const perms = [permission];
    const refused = await refusedTo(await userWith(permission, perms));
    expect([permission, refused]).toEqual([permission, needingOthers(perms)]);
  }
});

test('a superuser is refused nothing', async () => {
  expect(await refusedTo(root)).toEqual([]);
});

test('every permission that a table names can be given', () => {
  const named = METHODS.map(([, permission]) => permission).filter((name) => name !== null);
  expect(named.filter((name) => !PERMISSIONS.includes(name))).toEqual([]);
});

test('who may save users makes no superuser of anybody', async () => {
  const client = await userWith('clerk', [
    'user-read',
    'user-write',
    'user-delete',
    'role-write',
    'group-write',
  ]);
  const { error } = await client.ask('auth.save_user', { username: 'x', roles: ['Superuser'] });
  expect(error?.message).toContain('superusers alone');
  expect(
    (await client.ask('auth.save_user', { username: 'clerk', perms: ['superuser'] })).error,
  ).not.toBeNull();
  expect(
    (await client.ask('auth.save_role', { role_name: 'r', perms: ['superuser'] })).error,
  ).not.toBeNull();
  expect(
    (await client.ask('auth.save_group', { group_name: 'g', roles: ['Superuser'] })).error,
  ).not.toBeNull();
  expect((await client.ask('auth.delete_user', { username: 'root' })).error).not.toBeNull();
  expect((await root.ask('auth.get_user', { username: 'x' })).error).not.toBeNull();
});

test('a role gives what it says, through a group as well, until it is taken away', async () => {
  await root.call('auth.save_role', { role_name: 'readers', perms: ['pillar-read'] });
  await root.call('auth.save_group', { group_name: 'readers', roles: ['readers'] });
  const client = await userWith('reader', []);
  const asks = async (): Promise<boolean> =>
    (await client.ask('pillar.get_pillars')).error === null;
  expect(await asks()).toBe(false);
  await root.call('auth.save_user', { username: 'reader', groups: ['readers'] });
  expect(await asks()).toBe(true);
  await root.call('auth.delete_role', { role_name: 'readers' });
  expect(await asks()).toBe(false);
});
