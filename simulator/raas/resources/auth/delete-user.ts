import { BUILT_IN_USERS } from '../../accounts/built-in.ts';
import type { Resource } from '../../rpc/resource.ts';
import { RpcError } from '../../rpc/rpc-error.ts';
import { expectMayChange } from './expect-grantable.ts';
import { expectUser } from './expect-user.ts';

/** `auth.delete_user`: the user is kept among the deleted ones, and logs in no more (raas §7). */
export const deleteUser: Resource<'auth'>['delete_user'] = (call) => {
  const { raas, caller, args } = call;
  const user = expectUser(raas, args);
  expectMayChange(call, user);
  const isBuiltIn = Object.values<string>(BUILT_IN_USERS).includes(user.uuid);
  if (isBuiltIn || user.uuid === caller.user.uuid)
    throw new RpcError('InvalidRequest', `User ${user.username} cannot be deleted.`, {
      username: isBuiltIn ? 'is needed by RaaS itself' : 'is who makes the call',
    });
  user.isDeleted = true;
  return null;
};
