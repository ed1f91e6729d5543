import type { RaasTarget } from '../target/raas/raas-target.ts';
import type { RaasCredentials } from '../run-options.ts';

/** A user of the target's own who was made for a requirement, and is deleted at its end. */
export interface MadeUser {
  readonly uuid: string;
  readonly credentials: RaasCredentials;
}

/** Makes a user, with these roles and permissions alone. */
export async function newUser(
  target: RaasTarget,
  rights: { readonly roles?: readonly string[]; readonly perms?: readonly string[] } = {},
): Promise<MadeUser> {
  const username = target.unique('user');
  const password = `${target.unique('password')} S3cret!`;
  const config_name = 'internal';
  const user = { config_name, username, password, roles: [], perms: [], ...rights };
  const uuid = await target.reply('auth', 'save_user', user);
  target.undo({ resource: 'auth', method: 'delete_user', given: { account_uuid: uuid } });
  return { uuid, credentials: { username, password, config_name } };
}

/** Makes a role with these permissions, which is deleted at the end of a requirement. */
export async function newRole(target: RaasTarget, perms: readonly string[]): Promise<string> {
  const role_name = target.unique('role');
  await target.save('auth', 'save_role', { role_name, perms, description: 'made by a check' });
  return role_name;
}
