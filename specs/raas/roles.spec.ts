import { expect } from '@playwright/test';
import { requirement } from '../requirement.ts';
import { keysOf } from '../target/return-of.ts';
import { newRole, newUser } from './new-user.ts';
import { expectError } from './refusals.ts';
import { CLIENTS, DOCUMENTS } from './sources.ts';

const documented = {
  level: 'must',
  source: { documented: DOCUMENTS.reference, client: [CLIENTS.mcp] },
  confidence: 'documented',
} as const;

requirement(
  'raas.roles.round-trip',
  {
    ...documented,
    text: 'A role that was saved with auth.save_role is what auth.get_role gives under its name: name, uuid, description and permissions.',
    needs: ['writes'],
  },
  async ({ target }) => {
    const name = await newRole(target, ['job-read', 'minion-read']);
    const role = (await target.reply('auth', 'get_role', { role_name: name }))[name];
    expect(role).toMatchObject({ name, desc: 'made by a check' });
    expect(new Set(role?.perms)).toEqual(new Set(['job-read', 'minion-read']));
    const byUuid = await target.reply('auth', 'get_role', { role_uuid: role?.uuid });
    expect(byUuid).toEqual({ [name]: role });
  },
);

requirement(
  'raas.roles.listed',
  {
    ...documented,
    text: 'auth.get_all_roles gives every role by its name, a new one as auth.get_role gives it.',
    needs: ['writes'],
  },
  async ({ target }) => {
    const name = await newRole(target, ['job-read']);
    const roles = await target.reply('auth', 'get_all_roles');
    const alone = await target.reply('auth', 'get_role', { role_name: name });
    expect(roles[name]?.uuid).toEqual(expect.any(String));
    expect(roles[name]).toEqual(alone[name]);
    for (const [key, { name }] of Object.entries(roles)) expect(name).toBe(key);
  },
);

requirement(
  'raas.roles.built-in',
  {
    level: 'should',
    text: 'There are the roles User, Administrator, Superuser and Salt Master.',
    source: { client: [CLIENTS.mcp, CLIENTS.samples] },
    confidence: 'client',
  },
  async ({ target }) => {
    const names = keysOf(await target.reply('auth', 'get_all_roles'));
    const builtIn = ['User', 'Administrator', 'Superuser', 'Salt Master'];
    expect(names).toEqual(expect.arrayContaining(builtIn));
  },
);

requirement(
  'raas.roles.sort-order',
  {
    level: 'may',
    text: 'auth.get_all_roles gives roles in the order of their names, and with sort_order DESC the other way round.',
    source: { client: [CLIENTS.mcp], inferred: 'the parameter sort_order' },
    confidence: 'inferred',
  },
  async ({ target }) => {
    const up = keysOf(await target.reply('auth', 'get_all_roles', { sort_order: 'ASC' }));
    const down = keysOf(await target.reply('auth', 'get_all_roles', { sort_order: 'DESC' }));
    expect(up.length).toBeGreaterThan(1);
    expect(down).toEqual(up.toReversed());
  },
);

requirement(
  'raas.roles.changed',
  {
    level: 'should',
    text: 'auth.save_role with the uuid of a role changes its name and its permissions.',
    source: { client: [CLIENTS.mcp], inferred: 'save_role takes a uuid' },
    confidence: 'inferred',
    needs: ['writes'],
  },
  async ({ target }) => {
    const [before, after] = [target.unique('role'), target.unique('renamed')];
    await target.ret('auth', 'save_role', { role_name: before, perms: ['job-read'] });
    const { uuid } = (await target.reply('auth', 'get_role', { role_name: before }))[before] ?? {};
    target.undo({ resource: 'auth', method: 'delete_role', given: { role_uuid: uuid } });
    const change = { role_uuid: uuid, role_name: after, perms: ['minion-read'] };
    await target.ret('auth', 'save_role', change);
    const role = await target.reply('auth', 'get_role', { role_uuid: uuid });
    expect(role[after]).toMatchObject({ uuid, name: after, perms: ['minion-read'] });
  },
);

requirement(
  'raas.roles.deleted',
  {
    ...documented,
    text: 'A role that was deleted with auth.delete_role is among auth.get_all_roles no more.',
    needs: ['writes'],
  },
  async ({ target }) => {
    const role_name = await newRole(target, []);
    expect(keysOf(await target.reply('auth', 'get_all_roles'))).toContain(role_name);
    await target.ret('auth', 'delete_role', { role_name });
    const left = keysOf(await target.reply('auth', 'get_all_roles'));
    expect(left).toContain('User');
    expect(left).not.toContain(role_name);
  },
);

requirement(
  'raas.roles.unknown',
  {
    level: 'should',
    text: 'auth.delete_role of a role that there is not is answered with an error.',
    source: { inferred: 'what cannot be found comes back as an error' },
    confidence: 'inferred',
    needs: ['writes'],
  },
  async ({ target }) => {
    const role_name = target.unique('no-role');
    expectError(await target.rpc('auth', 'delete_role', { role_name }));
  },
);

requirement(
  'raas.roles.unknown-permission',
  {
    level: 'may',
    text: 'auth.save_role with a permission that there is not is answered with an error.',
    source: { inferred: 'api.discover tells which permissions there are' },
    confidence: 'inferred',
    needs: ['writes'],
  },
  async ({ target }) => {
    const role = { role_name: target.unique('role'), perms: ['saltproof-everything'] };
    const { error } = await target.rpc('auth', 'save_role', role);
    const { role_name } = role;
    if (error === null)
      target.undo({ resource: 'auth', method: 'delete_role', given: { role_name } });
    expect(error).not.toBe(null);
  },
);

requirement(
  'raas.roles.permits',
  {
    level: 'should',
    text: 'A user may do what its role says, and is refused the rest with an error inside 200.',
    source: { documented: DOCUMENTS.permissions, inferred: 'what the permissions are called' },
    confidence: 'inferred',
    needs: ['writes', 'own login'],
  },
  async ({ target }) => {
    const { credentials } = await newUser(target, { roles: [await newRole(target, ['job-read'])] });
    const user = target.user(credentials);
    expect((await user.rpc('job', 'get_jobs')).error).toBe(null);
    expectError(await user.rpc('schedule', 'get'));
    expectError(await user.rpc('auth', 'get_all_users'));
  },
);
