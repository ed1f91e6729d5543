import type { Role } from '../../accounts/role.ts';
import type { User } from '../../accounts/user.ts';
import { PERMISSIONS, SUPERUSER } from '../../permissions.ts';
import type { Call } from '../../rpc/resource.ts';
import { RpcError } from '../../rpc/rpc-error.ts';

/**
 * Permissions that a caller may give.
 *
 * @throws RpcError for those that there are not, and for `superuser` unless from a superuser
 */
export function expectPermissions(call: Call<unknown>, perms: readonly string[]): Set<string> {
  const unknown = perms.filter((perm) => !PERMISSIONS.includes(perm));
  if (unknown.length > 0)
    throw new RpcError('InvalidRequest', `There is no permission ${unknown.join(', ')}.`, {
      perms: `there is no permission ${unknown.join(', ')}`,
    });
  if (perms.includes(SUPERUSER)) expectSuperuser(call, 'give the permission superuser', 'perms');
  return new Set(perms);
}

/**
 * Whoever may save users must not make a superuser of one, or of themselves, without being one.
 *
 * @throws RpcError for a role that allows everything, unless from a superuser
 */
export function expectMayGive(call: Call<unknown>, roles: readonly Role[]): void {
  const name = roles.find(({ perms }) => perms.has(SUPERUSER))?.name;
  if (name !== undefined) expectSuperuser(call, `give the role ${name}`, 'roles');
}

/** @throws RpcError for a change of a superuser, unless from one */
export function expectMayChange(call: Call<unknown>, user: User): void {
  if (call.raas.accounts.isSuperuser(user))
    expectSuperuser(call, `change the superuser ${user.username}`, 'username');
}

/** @throws RpcError for callers who are no superusers */
export function expectSuperuser(
  { raas, caller: { user } }: Call<unknown>,
  what: string,
  parameter: string,
): void {
  if (raas.accounts.isSuperuser(user)) return;
  throw new RpcError(
    'PermissionDenied',
    `User ${user.username} may not ${what}: superusers alone may.`,
    { [parameter]: 'needs a superuser' },
  );
}
