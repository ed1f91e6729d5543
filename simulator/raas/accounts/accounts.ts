import type { Random } from '../../master/random.ts';
import { SUPERUSER } from '../permissions.ts';
import { newUuid } from '../uuid.ts';
import { BUILT_IN_ROLES, BUILT_IN_USERS, INTERNAL, INTERNAL_ACCESS } from './built-in.ts';
import { isLinkOf, type GroupLink } from './group-link.ts';
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
  /** Names of groups of the same back end; those that there are none of are made. */
  readonly groups?: readonly string[];
}

/** The users, groups and roles of a RaaS. */
export class Accounts {
  readonly users = new Map<string, User>();
  readonly groups = new Map<string, Group>();
  readonly roles = new Map<string, Role>();
  /** What gives users of directories roles of groups. */
  links: readonly GroupLink[] = [];
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
    const { username, password, config_name = INTERNAL, roles = [], groups = [] } = user;
    const added: User = {
      uuid,
      config_name,
      username,
      password,
      email: null,
      remote_uid: null,
      roles: new Set(roles.map((name) => (this.role(name) ?? this.addRole(name, null, [])).uuid)),
      groups: new Set(groups.map((name) => this.#groupCalled(name, config_name).uuid)),
      perms: new Set(),
      custom_data: null,
      isDeleted: false,
      isEnabled: true,
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

  /** The user of this name: RaaS's own if there is one, else that of another back end. */
  userOfAnyBackEnd(username: string): User | undefined {
    return (
      this.user(username) ??
      [...this.users.values()].find((user) => user.username === username && !user.isDeleted)
    );
  }

  /** The role of this name or uuid. */
  role(nameOrUuid: string): Role | undefined {
    return (
      this.roles.get(nameOrUuid) ?? [...this.roles.values()].find(({ name }) => name === nameOrUuid)
    );
  }

  /** The group of this uuid, or of this name where a back end knows it. */
  group(nameOrUuid: string, config_name = INTERNAL): Group | undefined {
    return (
      this.groups.get(nameOrUuid) ??
      [...this.groups.values()].find(
        (group) => group.name === nameOrUuid && group.config_name === config_name,
      )
    );
  }

  /** The roles of a user, those of its groups among them, and of groups that are linked to those. */
  rolesOf(user: User): Role[] {
    const inherited = this.groupsOf(user).flatMap(({ roles }) => [...roles]);
    return this.#existing([...user.roles, ...inherited]);
  }

  /** The roles that a user, or a group, has itself. */
  ownRolesOf({ roles }: Pick<User, 'roles'>): Role[] {
    return this.#existing(roles);
  }

  /** The groups that a user is in, those among them that are linked to groups of a directory. */
  groupsOf({ groups }: User): Group[] {
    const own = [...groups].map((uuid) => this.groups.get(uuid)).filter(isDefined);
    const linked = this.links.filter(
      (link) => link.enabled && own.some((group) => isLinkOf(link, group)),
    );
    return [...own, ...linked.map((link) => this.groups.get(link.group_uuid)).filter(isDefined)];
  }

  /** Takes a role from all who have it. */
  deleteRole(role: Role): void {
    this.roles.delete(role.uuid);
    for (const holder of [...this.users.values(), ...this.groups.values()])
      holder.roles = without(holder.roles, role.uuid);
  }

  /** Takes a group away; its users stay. */
  deleteGroup(group: Group): void {
    this.groups.delete(group.uuid);
    this.links = this.links.filter(({ group_uuid }) => group_uuid !== group.uuid);
    for (const user of this.users.values()) user.groups = without(user.groups, group.uuid);
  }

  /** All that a user is allowed. */
  permsOf(user: User): ReadonlySet<string> {
    return new Set([...user.perms, ...this.rolesOf(user).flatMap(({ perms }) => [...perms])]);
  }

  isSuperuser(user: User): boolean {
    return this.permsOf(user).has(SUPERUSER);
  }

  #groupCalled(name: string, config_name: string): Group {
    const known = this.group(name, config_name);
    if (known !== undefined) return known;
    const group = { config_name, name, desc: null, remote_uid: null, custom_data: null };
    return this.addGroup({ ...group, roles: new Set() });
  }

  #existing(uuids: Iterable<string>): Role[] {
    return [...new Set(uuids)].map((uuid) => this.roles.get(uuid)).filter(isDefined);
  }
}

function isDefined<Value>(value: Value | undefined): value is Value {
  return value !== undefined;
}

function without(uuids: ReadonlySet<string>, uuid: string): ReadonlySet<string> {
  return new Set([...uuids].filter((other) => other !== uuid));
}
