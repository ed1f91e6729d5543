import { INTERNAL } from '../../accounts/built-in.ts';
import type { Resource } from '../../rpc/resource.ts';
import { RpcError } from '../../rpc/rpc-error.ts';
import { expectSuperuser } from './expect-grantable.ts';
import { expectUser } from './expect-user.ts';

/** `auth.change_password`: one's own, or as a superuser anybody's who is of RaaS itself (raas §7). */
export const changePassword: Resource<'auth'>['change_password'] = (call) => {
  const { raas, caller, args } = call;
  const user = expectUser(raas, args);
  if (user.uuid !== caller.user.uuid)
    expectSuperuser(call, 'change the password of somebody else', 'account_uuid');
  if (user.config_name !== INTERNAL)
    throw new RpcError('InvalidRequest', `The password of ${user.username} is not kept here.`, {
      account_uuid: `is a user of ${user.config_name}`,
    });
  if (args.password === '')
    throw new RpcError('InvalidRequest', 'A password must not be empty.', {
      password: 'must not be empty',
    });
  user.password = args.password;
  return null;
};
