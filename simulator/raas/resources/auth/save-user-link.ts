import type { DirectoryUser } from '../../directories/directory.ts';
import { holds } from '../../paging.ts';
import type { Resource } from '../../rpc/resource.ts';
import { RpcError } from '../../rpc/rpc-error.ts';

/**
 * `auth.save_user_link`: lets users of directories in, making users of RaaS of them where there are
 * none yet, or no more (raas-methods; `config_name` is a part of the directory's name).
 */
export const saveUserLink: Resource<'auth'>['save_user_link'] = ({ raas, args }) => {
  const { accounts, authConfigs, directories } = raas;
  const { config_name, username } = args;
  const dns = args.user_dn === null ? null : [args.user_dn].flat();
  if (username === null && dns === null)
    throw new RpcError('InvalidRequest', 'This needs username or user_dn.', {
      username: 'is missing',
      user_dn: 'is missing',
    });
  const isMeant = (user: DirectoryUser): boolean =>
    (username === null || user.username === username) && (dns === null || dns.includes(user.dn));
  const found = authConfigs
    .all()
    .filter((config) => holds(config.config_name, config_name))
    .flatMap((config) => directories.of(config.config_name).users.filter(isMeant));
  if (found.length === 0)
    throw new RpcError('NotFound', 'No directory knows such a user.', {
      [username === null ? 'user_dn' : 'username']: 'no directory knows it',
    });
  for (const user of found) directories.takeOver(accounts, user).isEnabled = args.enabled;
  return null;
};
