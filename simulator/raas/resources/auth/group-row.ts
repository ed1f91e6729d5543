import type { Accounts } from '../../accounts/accounts.ts';
import type { Group } from '../../accounts/group.ts';
import type { User } from '../../accounts/user.ts';
import { listedUsers, userRow, type UserRow } from './user-row.ts';

/** A user as the row of a group shows one. */
type Member = Omit<UserRow, 'custom_data'>;

/** A group as lists show one; without a uuid it holds the users that are in none. */
export interface GroupRow {
  readonly uuid: string | null;
  readonly config_name: string | null;
  readonly remote_uid: string | null;
  readonly name: string | null;
  readonly desc: string | null;
  readonly roles: string[];
  readonly users?: Member[];
}

/** The members that tell of a group itself. */
export function groupRow(accounts: Accounts, group: Group) {
  const { uuid, config_name, remote_uid, name, desc } = group;
  const roles = accounts.ownRolesOf(group).map((role) => role.name);
  return { uuid, config_name, remote_uid, name, desc, roles: roles.toSorted() };
}

/** The users in a group, those among them who are in a group of a directory that is linked to it. */
export function membersOf(accounts: Accounts, group: Group): Member[] {
  return members(accounts, (user) => accounts.groupsOf(user).includes(group));
}

/** A row for the users that are in no group; undefined where there are none. */
export function ungroupedRow(accounts: Accounts): GroupRow | undefined {
  const users = members(accounts, (user) => accounts.groupsOf(user).length === 0);
  return users.length === 0
    ? undefined
    : { uuid: null, config_name: null, remote_uid: null, name: null, desc: null, roles: [], users };
}

function members(accounts: Accounts, isIn: (user: User) => boolean): Member[] {
  return listedUsers(accounts)
    .filter((user) => !user.isDeleted && isIn(user))
    .map((user) => {
      const { custom_data: _, ...member } = userRow(accounts, user, 'own');
      return member;
    });
}
