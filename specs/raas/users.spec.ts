import { expect } from '@playwright/test';
import { requirement } from '../requirement.ts';
import type { RaasTarget } from '../target/raas/raas-target.ts';
import { newRole, newUser } from './new-user.ts';
import { CLIENTS, DOCUMENTS } from './sources.ts';

const documented = {
  level: 'must',
  source: { documented: DOCUMENTS.reference, client: [CLIENTS.mcp] },
  confidence: 'documented',
} as const;

/** Concluded from what the methods and their parameters are called. */
function concluded(inferred: string) {
  return { level: 'should', source: { inferred }, confidence: 'inferred' } as const;
}

requirement(
  'raas.users.round-trip',
  {
    ...documented,
    text: 'auth.save_user gives the uuid of a new user, whom auth.get_user then gives by uuid, and by back end and name.',
    needs: ['writes'],
  },
  async ({ target }) => {
    const role = await newRole(target, ['job-read']);
    const { uuid, credentials } = await newUser(target, { roles: [role] });
    const { username, config_name } = credentials;
    const expected = { uuid, username, config_name, roles: [role] };
    const byUuid = await target.reply('auth', 'get_user', { account_uuid: uuid });
    expect(byUuid).toMatchObject(expected);
    const byName = await target.reply('auth', 'get_user', { username, config_name });
    expect(byName).toMatchObject(expected);
  },
);

requirement(
  'raas.users.custom-data',
  {
    ...concluded('custom_data is an object that save_user takes and get_user gives'),
    text: 'The custom data of a user comes back as it was saved.',
    needs: ['writes'],
  },
  async ({ target }) => {
    const { uuid } = await newUser(target);
    const custom_data = {
      text: 'grüße, 世界 🧂',
      deep: [{ none: null, yes: true, list: [1, -2.5, ''] }],
      empty: {},
    };
    await target.ret('auth', 'save_user', { account_uuid: uuid, custom_data });
    const user = await target.reply('auth', 'get_user', { account_uuid: uuid });
    expect(user.custom_data).toEqual(custom_data);
  },
);

requirement(
  'raas.users.listed',
  {
    ...documented,
    text: 'auth.get_all_users lists a new user, with roles where they are asked for.',
    needs: ['writes'],
  },
  async ({ target }) => {
    const role = await newRole(target, ['job-read']);
    const { uuid, credentials } = await newUser(target, { roles: [role] });
    const { results } = await target.reply('auth', 'get_all_users', {
      include_roles: true,
      limit: 0,
    });
    expect(results.find((user) => user.uuid === uuid)).toMatchObject({
      username: credentials.username,
      config_name: 'internal',
      roles: [role],
    });
  },
);

requirement(
  'raas.users.count',
  {
    ...documented,
    text: 'The count of auth.get_all_users does not depend on the limit, and a limit of 0 gives all.',
    needs: ['writes'],
  },
  async ({ target }) => {
    await newUser(target);
    await newUser(target);
    const some = await target.reply('auth', 'get_all_users', { limit: 1 });
    const all = await target.reply('auth', 'get_all_users', { limit: 0 });
    expect(some.results).toHaveLength(1);
    expect(all.results).toHaveLength(all.count);
    expect(all.count).toBeGreaterThan(1);
    expect(some.count).toBe(all.count);
  },
);

requirement(
  'raas.users.pages',
  {
    ...documented,
    text: 'The pages of auth.get_all_users, from 0 on, hold every user exactly once.',
    needs: ['writes'],
  },
  async ({ target }) => {
    const made = [await newUser(target), await newUser(target), await newUser(target)];
    const uuids: string[] = [];
    for (let page = 0; ; page++) {
      const { results } = await target.reply('auth', 'get_all_users', {
        sort_by: 'username',
        limit: 2,
        page,
      });
      if (results.length === 0) break;
      expect(results.length).toBeLessThanOrEqual(2);
      uuids.push(...results.map(({ uuid }) => uuid));
    }
    expect(uuids).toHaveLength(new Set(uuids).size);
    expect(uuids).toEqual(expect.arrayContaining(made.map(({ uuid }) => uuid)));
  },
);

requirement(
  'raas.users.sorted',
  {
    ...concluded('the parameters sort_by and reverse'),
    text: 'auth.get_all_users lists users by name where that is asked for, backwards with reverse.',
    needs: ['writes'],
  },
  async ({ target }) => {
    const made = [await newUser(target), await newUser(target), await newUser(target)];
    const names = made.map(({ credentials }) => credentials.username);
    const listed = async (reverse: boolean): Promise<string[]> => {
      const paging = { sort_by: 'username', reverse, limit: 0 };
      const { results } = await target.reply('auth', 'get_all_users', paging);
      return results.map(({ username }) => username).filter((name) => names.includes(name));
    };
    expect(await listed(false)).toEqual(names.toSorted());
    expect(await listed(true)).toEqual(names.toSorted().toReversed());
  },
);

requirement(
  'raas.users.of-back-end',
  {
    ...concluded('the parameter config_name'),
    text: 'auth.get_all_users lists the users of one back end where it is named.',
    needs: ['writes'],
  },
  async ({ target }) => {
    const { uuid } = await newUser(target);
    const ask = { config_name: 'internal', limit: 0 };
    const { results } = await target.reply('auth', 'get_all_users', ask);
    expect(results.map((user) => user.uuid)).toContain(uuid);
    expect(new Set(results.map(({ config_name }) => config_name))).toEqual(new Set(['internal']));
  },
);

requirement(
  'raas.users.inherited-roles',
  {
    ...concluded('the parameters include_groups and include_inherited_roles'),
    text: 'A user has the roles of its groups, which auth.get_all_users tells where inherited ones are asked for.',
    needs: ['writes'],
  },
  async ({ target }) => {
    const role = await newRole(target, ['job-read']);
    const group_name = target.unique('group');
    const group = { config_name: 'internal', group_name };
    await target.save('auth', 'save_group', { ...group, roles: [role] });
    const { uuid } = await newUser(target);
    await target.ret('auth', 'save_user', { account_uuid: uuid, groups: [group_name] });
    const { results } = await target.reply('auth', 'get_all_users', {
      include_groups: true,
      include_inherited_roles: true,
      limit: 0,
    });
    const user = results.find((row) => row.uuid === uuid);
    expect(user?.roles).toContain(role);
    expect(user?.groups).toHaveLength(1);
  },
);

requirement(
  'raas.users.changed',
  {
    ...concluded('save_user takes the account_uuid of the user that it changes'),
    text: 'auth.save_user with a uuid changes that user, its name too, and gives the same uuid.',
    needs: ['writes'],
  },
  async ({ target }) => {
    const { uuid } = await newUser(target);
    const username = target.unique('renamed');
    const change = { account_uuid: uuid, username, perms: ['job-read'] };
    expect(await target.ret('auth', 'save_user', change)).toBe(uuid);
    const user = await target.reply('auth', 'get_user', { account_uuid: uuid });
    expect(user.username).toBe(username);
    expect(user.perms).toContain('job-read');
  },
);

requirement(
  'raas.users.deleted',
  {
    ...documented,
    text: 'A user who was deleted with auth.delete_user is listed no more.',
    needs: ['writes'],
  },
  async ({ target }) => {
    const { uuid } = await newUser(target);
    await target.ret('auth', 'delete_user', { account_uuid: uuid });
    const { results } = await target.reply('auth', 'get_all_users', { limit: 0 });
    expect(results).not.toEqual([]);
    expect(results.map((user) => user.uuid)).not.toContain(uuid);
  },
);

requirement(
  'raas.users.unknown',
  {
    ...concluded('what cannot be found comes back as an error'),
    text: 'auth.get_user of a uuid that no user has is answered with an error.',
  },
  async ({ target }) => {
    const account_uuid = '00000000-0000-4000-8000-000000000000';
    expect((await target.rpc('auth', 'get_user', { account_uuid })).error).not.toBe(null);
  },
);

requirement(
  'raas.users.log-in',
  {
    ...concluded('save_user takes a password'),
    text: 'A new user logs in with the password that auth.save_user was given, and no more once deleted.',
    needs: ['writes', 'own login'],
  },
  async ({ target }) => {
    const { uuid, credentials } = await newUser(target);
    expect((await target.login(credentials)).status).toBe(200);
    await target.ret('auth', 'delete_user', { account_uuid: uuid });
    expect((await target.login(credentials)).status).toBe(401);
  },
);

requirement(
  'raas.users.change-password',
  {
    ...concluded('what the method is called'),
    text: 'After auth.change_password a user logs in with the new password, and with the old one no more.',
    needs: ['writes', 'own login', 'superuser'],
  },
  async ({ target }) => {
    const { uuid, credentials } = await newUser(target);
    const password = `${target.unique('changed')} S3cret!`;
    await target.ret('auth', 'change_password', { account_uuid: uuid, password });
    expect((await target.login({ ...credentials, password })).status).toBe(200);
    expect((await target.login(credentials)).status).toBe(401);
  },
);

requirement(
  'raas.users.own-password',
  {
    ...concluded('a user knows its own password'),
    text: 'Users change their own password, and not that of others unless they are allowed to.',
    needs: ['writes', 'own login'],
  },
  async ({ target }) => {
    const [own, other] = [await newUser(target), await newUser(target)];
    const password = `${target.unique('changed')} S3cret!`;
    const caller = target.user(own.credentials);
    const others = { account_uuid: other.uuid, password };
    expect((await caller.rpc('auth', 'change_password', others)).error).not.toBe(null);
    await caller.ret('auth', 'change_password', { account_uuid: own.uuid, password });
    expect((await target.login({ ...own.credentials, password })).status).toBe(200);
  },
);

requirement(
  'raas.users.password-hidden',
  {
    ...concluded('passwords are no field of any reply'),
    text: 'The password of a user is in no reply.',
    needs: ['writes'],
  },
  async ({ target }) => {
    const { uuid, credentials } = await newUser(target);
    const user = await target.reply('auth', 'get_user', { account_uuid: uuid });
    const all = { include_perms: true, include_custom_data: true, limit: 0 };
    const users = await target.reply('auth', 'get_all_users', all);
    expect(JSON.stringify(users)).toContain(credentials.username);
    expect(JSON.stringify([user, users])).not.toContain(credentials.password);
  },
);

requirement(
  'raas.users.permission',
  {
    level: 'should',
    text: 'Who has not the permission user-write saves no user, and who has it does.',
    source: { documented: DOCUMENTS.permissions, inferred: 'what the permission is called' },
    confidence: 'inferred',
    needs: ['writes', 'own login'],
  },
  async ({ target }) => {
    const [without, with_] = [
      await newUser(target, { perms: ['user-read'] }),
      await newUser(target, { perms: ['user-read', 'user-write'] }),
    ];
    const change = { account_uuid: without.uuid, custom_data: { changed: true } };
    expect(await isRefused(target, without, change)).toBe(true);
    expect(await isRefused(target, with_, change)).toBe(false);
  },
);

async function isRefused(
  target: RaasTarget,
  { credentials }: Awaited<ReturnType<typeof newUser>>,
  change: Readonly<Record<string, unknown>>,
): Promise<boolean> {
  const { error } = await target.user(credentials).rpc('auth', 'save_user', change);
  return error !== null;
}
