import type { Random } from '../../master/random.ts';
import { SUPERUSER } from '../permissions.ts';
import { newUuid } from '../uuid.ts';
import { BUILT_IN_ROLES, BUILT_IN_USERS, INTERNAL, INTERNAL_ACCESS } from './built-in.ts';
import type { Group } from './group.ts';
import type { Role } from './role.ts';
import type { User } from './user.ts';

/** What is told of a user at the start; the rest is as for a new one. */
export interface NewUser {
  readonly username: string;
  readonly password?: string | undefined;
  readonly config_name?: string | undefined;
  /** Names of roles; those that there are none of are made, without permissions. */
  readonly roles?: readonly string[];
}

/** The users, groups and roles of a RaaS. */
export class Accounts {
  readonly users = new Map<string, User>();
  readonly groups = new Map<string, Group>();
  readonly roles = new Map<string, Role>();
  readonly #random: Random;

  /** @param rootPassword what `root`, the first superuser, logs in with */
  constructor(random: Random, rootPassword: string, users: readonly NewUser[] = []) {
    this.#random = random.named('raas accounts');
    for (const [name, { desc, perms }] of Object.entries(BUILT_IN_ROLES))
      this.addRole(name, desc, perms);
    const superuser = ['Superuser'];
    this.addUser(
      { username: 'root', password: rootPassword, roles: superuser },
      BUILT_IN_USERS.root,
    );
    this.addUser({ username: INTERNAL_ACCESS, roles: superuser }, BUILT_IN_USERS.internalAccess);
    for (const user of users) this.addUser(user);
  }

  addUser(user: NewUser, uuid = newUuid(this.#random)): User {
    const { username, password, config_name = INTERNAL, roles = [] } = user;
    const added: User = {
      uuid,
      config_name,
      username,
      password,
      email: null,
      remote_uid: null,
      roles: new Set(roles.map((name) => (this.role(name) ?? this.addRole(name, null, [])).uuid)),
      groups: new Set(),
      perms: new Set(),
      custom_data: null,
      isDeleted: false,
    };
    this.users.set(uuid, added);
    return added;
  }

  addRole(name: string, desc: string | null, perms: Iterable<string>): Role {
    const role: Role = { uuid: newUuid(this.#random), name, desc, perms: new Set(perms) };
    this.roles.set(role.uuid, role);
    return role;
  }

  addGroup(group: Omit<Group, 'uuid'>): Group {
    const added: Group = { uuid: newUuid(this.#random), ...group };
    this.groups.set(added.uuid, added);
    return added;
  }

  /** The user of this name whom a back end knows. */
  user(username: string, config_name = INTERNAL): User | undefined {
    return [...this.users.values()].find(
      (user) => user.username === username && user.config_name === config_name && !user.isDeleted,
    );
  }

  /** The role of this name or uuid. */
  role(nameOrUuid: string): Role | undefined {
    return (
      this.roles.get(nameOrUuid) ?? [...this.roles.values()].find(({ name }) => name === nameOrUuid)
    );
  }

  /** The roles of a user, those of its groups among them. */
  rolesOf({ roles, groups }: User): Role[] {
    const inherited = [...groups].flatMap((group) => [...(this.groups.get(group)?.roles ?? [])]);
    return [...new Set([...roles, ...inherited])]
      .map((uuid) => this.roles.get(uuid))
      .filter((role) => role !== undefined);
  }

  /** All that a user is allowed. */
  permsOf(user: User): ReadonlySet<string> {
    return new Set([...user.perms, ...this.rolesOf(user).flatMap(({ perms }) => [...perms])]);
  }

  isSuperuser(user: User): boolean {
    return this.permsOf(user).has(SUPERUSER);
  }
}
