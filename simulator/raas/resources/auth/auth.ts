import type { Resource } from '../../rpc/resource.ts';
import { changePassword } from './change-password.ts';
import { deleteUser } from './delete-user.ts';
import { getUsers } from './get-users.ts';
import { groupLinks } from './group-links.ts';
import { groups } from './groups.ts';
import { roles } from './roles.ts';
import { saveUserLink } from './save-user-link.ts';
import { saveUser } from './save-user.ts';
import { tokens } from './tokens.ts';
import { transferResources } from './transfer-resources.ts';

/** The resource `auth`: users, groups and roles (raas §7). */
export const auth: Resource<'auth'> = {
  ...getUsers,
  ...roles,
  ...groups,
  ...groupLinks,
  ...tokens,
  save_user: saveUser,
  delete_user: deleteUser,
  change_password: changePassword,
  save_user_link: saveUserLink,
  transfer_resources: transferResources,
};
