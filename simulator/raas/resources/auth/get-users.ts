import { pageOf } from '../../paging.ts';
import type { Resource } from '../../rpc/resource.ts';
import { expectUser } from './expect-user.ts';
import { listedUsers, userRow } from './user-row.ts';

/** What tells of users (raas §7, auth). */
export const getUsers: Pick<Resource<'auth'>, 'get_all_users' | 'get_user'> = {
  get_all_users({ raas: { accounts }, args }) {
    const users = listedUsers(accounts).filter(
      ({ config_name, isDeleted }) =>
        config_name === (args.config_name ?? config_name) &&
        (!isDeleted || args.include_deleted_user),
    );
    const { count, results } = pageOf(users, args, (user, name) =>
      name === 'email' ? user.email : user.username,
    );
    const rows = results.map((user) => {
      const held = args.include_inherited_roles ? 'inherited' : 'own';
      const { roles, perms, groups, custom_data, ...row } = userRow(accounts, user, held);
      return {
        ...row,
        ...((args.include_roles || args.include_inherited_roles) && { roles }),
        ...(args.include_perms && { perms }),
        ...(args.include_groups && { groups }),
        ...(args.include_custom_data && { custom_data: custom_data as object | null }),
      };
    });
    return { count, results: rows };
  },
  get_user({ raas, args }) {
    const { custom_data, ...row } = userRow(raas.accounts, expectUser(raas, args), 'inherited');
    return { ...row, custom_data: custom_data as object | null };
  },
};
