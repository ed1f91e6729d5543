import type { Caller } from '../target/raas/caller.ts';
import type { RaasTarget } from '../target/raas/raas-target.ts';

/**
 * Somebody new among the users of RaaS itself, who may do just this; the user and its role are taken
 * away again. What uses it needs `writes` and `superuser`.
 *
 * @param perms as `job-read`: the permissions of a role made for it
 * @param roles roles that there are, `User`, beside that
 */
export async function userWithPerms(
  target: RaasTarget,
  perms: readonly string[],
  roles: readonly string[] = [],
): Promise<Caller> {
  const role_name = target.unique('role');
  await target.save('auth', 'save_role', { role_name, perms, description: '' });
  const credentials = {
    config_name: 'internal',
    username: target.unique('user'),
    password: target.unique('Passw0rd!'),
  };
  await target.save('auth', 'save_user', { ...credentials, roles: [role_name, ...roles] });
  return target.user(credentials);
}
