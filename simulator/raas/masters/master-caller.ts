import type { Caller } from '../accounts/caller.ts';
import type { User } from '../accounts/user.ts';
import type { Raas } from '../raas.ts';
import { RpcError } from '../rpc/rpc-error.ts';

/** The role that masters call as (raas §6). */
export const SALT_MASTER = 'Salt Master';

/** The back end of the users that masters call as. Our choice. */
export const MASTER_USERS = 'salt-master';

/** The user that a master calls as, which is there from its first JWT on. */
export function masterUser({ accounts }: Raas, master_id: string): User {
  return (
    accounts.user(master_id, MASTER_USERS) ??
    accounts.addUser({ username: master_id, config_name: MASTER_USERS, roles: [SALT_MASTER] })
  );
}

/** A master is let in no longer: what it was let in with is void. */
export function dismissMaster({ accounts }: Raas, master_id: string): void {
  const user = accounts.user(master_id, MASTER_USERS);
  if (user !== undefined) user.isDeleted = true;
}

/**
 * Some methods are for masters alone, each for itself; superusers may call them in any name.
 *
 * @throws RpcError PermissionDenied
 */
export function expectMaster({ accounts }: Raas, { user }: Caller, master_id: string): void {
  if (accounts.isSuperuser(user)) return;
  const isMaster = accounts.rolesOf(user).some(({ name }) => name === SALT_MASTER);
  const isItself = user.config_name !== MASTER_USERS || user.username === master_id;
  if (isMaster && isItself) return;
  throw new RpcError(
    'PermissionDenied',
    `User ${user.username} is not allowed to tell of the master ${master_id}: only the master is.`,
    { master_id: 'is for this master alone' },
  );
}
