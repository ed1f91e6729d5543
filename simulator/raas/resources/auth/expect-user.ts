import { INTERNAL } from '../../accounts/built-in.ts';
import type { User } from '../../accounts/user.ts';
import type { Raas } from '../../raas.ts';
import { RpcError } from '../../rpc/rpc-error.ts';

/** How a call says which user it means: by uuid, or by back end and name. */
export interface UserReference {
  readonly account_uuid?: string | null;
  readonly username?: string | null;
  readonly config_name?: string | null;
}

/**
 * The user that a call means.
 *
 * @throws RpcError where it names none, or one that there is not
 */
export function expectUser({ accounts }: Raas, reference: UserReference): User {
  const { account_uuid = null, username = null } = reference;
  if (account_uuid === null && username === null)
    throw new RpcError('InvalidRequest', 'This needs account_uuid, or config_name and username.', {
      account_uuid: 'is missing',
      username: 'is missing',
    });
  const config_name = reference.config_name ?? INTERNAL;
  const user =
    account_uuid === null
      ? accounts.user(username ?? '', config_name)
      : accounts.users.get(account_uuid);
  if (user !== undefined && !user.isDeleted) return user;
  if (account_uuid !== null)
    throw new RpcError('NotFound', `There is no user ${account_uuid}.`, {
      account_uuid: 'no user has this uuid',
    });
  throw new RpcError('NotFound', `There is no user ${username} of ${config_name}.`, {
    username: `no user of ${config_name} is called this`,
  });
}
