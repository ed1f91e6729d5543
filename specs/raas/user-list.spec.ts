import { expect } from '@playwright/test';
import { requirement } from '../requirement.ts';
import { newRole, newUser } from './new-user.ts';
import { expectPaging, list } from './paging.ts';
import { CLIENTS, DOCUMENTS } from './sources.ts';
import { inferred } from './inferred.ts';

const USERS = { resource: 'auth', method: 'get_all_users' };

const documented = {
  level: 'must',
  source: { documented: DOCUMENTS.reference, client: [CLIENTS.mcp] },
  confidence: 'documented',
} as const;

requirement(
  'raas.user-list.listed',
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
  'raas.user-list.count',
  {
    ...documented,
    text: 'The count of auth.get_all_users does not depend on the limit, and a limit of 0 gives all.',
    needs: ['writes'],
  },
  async ({ target }) => {
    await newUser(target);
    const some = await list(target.caller, USERS, { limit: 1 });
    const all = await list(target.caller, USERS, { limit: 0 });
    expect(some.results).toHaveLength(1);
    expect(all.results).toHaveLength(all.count);
    expect(some.count).toBe(all.count);
  },
);

requirement(
  'raas.user-list.pages',
  {
    ...documented,
    text: 'The pages of auth.get_all_users, from 0 on, hold every user exactly once.',
    needs: ['writes'],
  },
  async ({ target }) => {
    for (let users = 0; users < 3; users++) await newUser(target);
    await expectPaging(target.caller, USERS);
  },
);

requirement(
  'raas.user-list.sorted',
  {
    ...inferred('the parameters sort_by and reverse'),
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
  'raas.user-list.of-back-end',
  {
    ...inferred('the parameter config_name'),
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
  'raas.user-list.inherited-roles',
  {
    ...inferred('the parameters include_groups and include_inherited_roles'),
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
