import type { Accounts } from '../../accounts/accounts.ts';
import { INTERNAL_ACCESS } from '../../accounts/built-in.ts';
import type { User } from '../../accounts/user.ts';
import type { Json } from '../../json.ts';

/** A user as lists show one, with all that can be asked for. */
export interface UserRow {
  readonly uuid: string;
  readonly config_name: string;
  readonly username: string;
  readonly email: string | null;
  readonly remote_uid: string | null;
  readonly roles: string[];
  readonly perms: string[];
  readonly groups: string[];
  readonly custom_data: Json;
}

/**
 * A user as lists show one: names of roles and groups, and every permission that comes of them.
 *
 * @param roles whether the roles of its groups are among its own
 */
export function userRow(accounts: Accounts, user: User, roles: 'own' | 'inherited'): UserRow {
  const { uuid, config_name, username, email, remote_uid, custom_data } = user;
  const held = roles === 'own' ? accounts.ownRolesOf(user) : accounts.rolesOf(user);
  return {
    uuid,
    config_name,
    username,
    email,
    remote_uid,
    roles: held.map(({ name }) => name).toSorted(),
    perms: [...accounts.permsOf(user)].toSorted(),
    groups: accounts
      .groupsOf(user)
      .map(({ name }) => name)
      .toSorted(),
    custom_data,
  };
}

/** The users that lists show: without the one that RaaS itself acts as. */
export function listedUsers(accounts: Accounts): User[] {
  return [...accounts.users.values()].filter(({ username }) => username !== INTERNAL_ACCESS);
}
