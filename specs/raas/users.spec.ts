import { expect } from '@playwright/test';
import { requirement } from '../requirement.ts';
import type { RaasTarget } from '../target/raas/raas-target.ts';
import { newRole, newUser } from './new-user.ts';
import { expectError } from './refusals.ts';
import { CLIENTS, DOCUMENTS } from './sources.ts';
import { STORED_VALUES } from './stored-values.ts';
import { NO_UUID } from './stored.ts';
import { inferred } from './inferred.ts';

const documented = {
  level: 'must',
  source: { documented: DOCUMENTS.reference, client: [CLIENTS.mcp] },
  confidence: 'documented',
} as const;

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
    ...inferred('custom_data is an object that save_user takes and get_user gives'),
    text: 'The custom data of a user comes back as it was saved.',
    needs: ['writes'],
  },
  async ({ target }) => {
    const { uuid } = await newUser(target);
    for (const custom_data of Object.values(STORED_VALUES)) {
      await target.ret('auth', 'save_user', { account_uuid: uuid, custom_data });
      const user = await target.reply('auth', 'get_user', { account_uuid: uuid });
      expect(user.custom_data).toEqual(custom_data);
    }
  },
);

requirement(
  'raas.users.changed',
  {
    ...inferred('save_user takes the account_uuid of the user that it changes'),
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
    ...inferred('what cannot be found comes back as an error'),
    text: 'auth.get_user of a uuid that no user has is answered with an error.',
  },
  async ({ target }) => {
    const account_uuid = NO_UUID;
    expectError(await target.rpc('auth', 'get_user', { account_uuid }));
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
