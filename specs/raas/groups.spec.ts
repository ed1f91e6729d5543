import { expect } from '@playwright/test';
import { requirement } from '../requirement.ts';
import type { RaasTarget } from '../target/raas/raas-target.ts';
import { newDirectory } from './new-directory.ts';
import { newRole, newUser } from './new-user.ts';
import { expectPaging } from './paging.ts';
import { expectError } from './refusals.ts';
import { CLIENTS, DOCUMENTS } from './sources.ts';

const documented = {
  level: 'should',
  source: { documented: DOCUMENTS.reference, client: [CLIENTS.mcp] },
  confidence: 'documented',
} as const;

interface MadeGroup {
  readonly config_name: string;
  readonly group_name: string;
}

/** Makes a group, which is deleted at the end of a requirement. */
async function newGroup(target: RaasTarget, roles: readonly string[] = []): Promise<MadeGroup> {
  const group = { config_name: 'internal', group_name: target.unique('group') };
  await target.save('auth', 'save_group', { ...group, roles, description: 'made by a check' });
  return group;
}

requirement(
  'raas.groups.round-trip',
  {
    ...documented,
    text: 'A group that was saved with auth.save_group is what auth.get_group gives, by name and by uuid.',
    needs: ['writes'],
  },
  async ({ target }) => {
    const role = await newRole(target, ['job-read']);
    const group = await newGroup(target, [role]);
    const byName = await target.reply('auth', 'get_group', { ...group });
    expect(byName).toMatchObject({
      name: group.group_name,
      config_name: 'internal',
      roles: [role],
    });
    const byUuid = await target.reply('auth', 'get_group', { group_uuid: byName.uuid });
    expect(byUuid).toEqual(byName);
  },
);

requirement(
  'raas.groups.listed',
  {
    ...documented,
    text: 'auth.get_all_groups lists a new group, with its users where they are asked for.',
    needs: ['writes'],
  },
  async ({ target }) => {
    const { group_name } = await newGroup(target);
    const { uuid } = await newUser(target);
    await target.ret('auth', 'save_user', { account_uuid: uuid, groups: [group_name] });
    const ask = { include_users: true, limit: 0 };
    const { results } = await target.reply('auth', 'get_all_groups', ask);
    const group = results.find(({ name }) => name === group_name);
    expect(group?.users?.map((user) => user.uuid)).toEqual([uuid]);
  },
);

requirement(
  'raas.groups.count',
  {
    ...documented,
    text: 'The count of auth.get_all_groups does not depend on the limit, and its pages hold every group exactly once.',
    needs: ['writes'],
  },
  async ({ target }) => {
    for (let groups = 0; groups < 3; groups++) await newGroup(target);
    await expectPaging(target.caller, { resource: 'auth', method: 'get_all_groups' });
  },
);

requirement(
  'raas.groups.sorted',
  {
    level: 'should',
    text: 'auth.get_all_groups lists groups by name where that is asked for, backwards with reverse.',
    source: { client: [CLIENTS.mcp], inferred: 'the parameters sort_by and reverse' },
    confidence: 'inferred',
    needs: ['writes'],
  },
  async ({ target }) => {
    const made = [await newGroup(target), await newGroup(target), await newGroup(target)];
    const names = made.map(({ group_name }) => group_name);
    const listed = async (reverse: boolean): Promise<unknown[]> => {
      const ask = { sort_by: 'name', reverse, limit: 0 };
      const { results } = await target.reply('auth', 'get_all_groups', ask);
      return results.map(({ name }) => name).filter((name) => names.includes(String(name)));
    };
    expect(await listed(false)).toEqual(names.toSorted());
    expect(await listed(true)).toEqual(names.toSorted().toReversed());
  },
);

requirement(
  'raas.groups.roles',
  {
    level: 'should',
    text: 'A user in a group may do what the roles of the group say.',
    source: { documented: DOCUMENTS.reference, inferred: 'groups have roles' },
    confidence: 'inferred',
    needs: ['writes', 'own login'],
  },
  async ({ target }) => {
    const { group_name } = await newGroup(target, [await newRole(target, ['job-read'])]);
    const { uuid, credentials } = await newUser(target);
    const user = target.user(credentials);
    expectError(await user.rpc('job', 'get_jobs'));
    await target.ret('auth', 'save_user', { account_uuid: uuid, groups: [group_name] });
    expect((await user.rpc('job', 'get_jobs')).error).toBe(null);
  },
);

requirement(
  'raas.groups.deleted',
  {
    ...documented,
    text: 'A group that was deleted with auth.delete_group is given no more, and its users stay.',
    needs: ['writes'],
  },
  async ({ target }) => {
    const group = await newGroup(target);
    const { uuid } = await newUser(target);
    const given = { account_uuid: uuid, groups: [group.group_name] };
    await target.ret('auth', 'save_user', given);
    await target.ret('auth', 'delete_group', { ...group });
    expectError(await target.rpc('auth', 'get_group', { ...group }));
    const user = await target.reply('auth', 'get_user', { account_uuid: uuid });
    expect(user.groups).toEqual([]);
  },
);

requirement(
  'raas.groups.links',
  {
    level: 'should',
    text: 'A link of a group to one of a directory is among auth.get_group_links, by parts of their names and by whether it is enabled, until it is deleted.',
    source: { client: [CLIENTS.mcp], inferred: 'what the methods and their parameters are called' },
    confidence: 'inferred',
    needs: ['writes', 'superuser'],
  },
  async ({ target }) => {
    const { group_name } = await newGroup(target);
    const { config_name } = await newDirectory(target);
    const ext_group_name = target.unique('external');
    const link = { group_name, config_name, ext_group_name };
    const links = (ask: object): Promise<unknown[]> =>
      target.reply('auth', 'get_group_links', { ...ask });
    await target.ret('auth', 'save_group_link', { ...link, enabled: false });
    const part = { ext_group_name: ext_group_name.slice(0, -1) };
    expect(await links({ group_name, ...part })).toHaveLength(1);
    expect(await links({ group_name, enabled: true })).toEqual([]);
    await target.ret('auth', 'save_group_link', link);
    expect(await links({ group_name, enabled: true })).toHaveLength(1);
    await target.ret('auth', 'delete_group_link', link);
    expect(await links({ group_name })).toEqual([]);
  },
);

requirement(
  'raas.groups.user-link-unknown',
  {
    level: 'may',
    text: 'auth.save_user_link with a name that no directory knows is answered with an error.',
    source: { inferred: 'what cannot be found comes back as an error' },
    confidence: 'inferred',
    needs: ['writes', 'superuser'],
  },
  async ({ target }) => {
    const { config_name } = await newDirectory(target);
    const link = { config_name, username: target.unique('nobody'), enabled: false };
    expectError(await target.rpc('auth', 'save_user_link', link));
  },
);
