import type { Accounts } from './accounts.ts';
import type { Caller } from './caller.ts';

/** What a role can be allowed to do with one object (raas §6). */
export const ACCESS_TYPES = ['read', 'write', 'delete', 'discover'] as const;
export type AccessType = (typeof ACCESS_TYPES)[number];

/** Who owns an object, and what roles may do with it. */
export interface Access {
  owner: string;
  /** By the uuid of the role. */
  readonly roles: Map<string, ReadonlySet<AccessType>>;
}

/** What `metadata.auth` of a stored object shows (raas §6). */
export interface AuthMetadata {
  readonly owner: {
    readonly uuid: string;
    readonly config_name: string;
    readonly username: string;
  };
  readonly access: Readonly<Record<string, Readonly<Record<AccessType, boolean>>>>;
}

/** The access to an object that a caller has just made: its owner's alone. */
export function accessOf({ user }: Caller): Access {
  return { owner: user.uuid, roles: new Map() };
}

/** Whether a caller may do something with an object: superusers and owners may, and who has a role that does. */
export function mayAccess(
  accounts: Accounts,
  { user }: Caller,
  { owner, roles }: Access,
  type: AccessType,
): boolean {
  if (owner === user.uuid || accounts.isSuperuser(user)) return true;
  return accounts.rolesOf(user).some(({ uuid }) => roles.get(uuid)?.has(type));
}

/** Access as `metadata.auth` shows it. */
export function authMetadata(accounts: Accounts, { owner, roles }: Access): AuthMetadata {
  const user = accounts.users.get(owner);
  const access = [...roles].flatMap(([uuid, types]) => {
    const role = accounts.roles.get(uuid);
    const shown = ACCESS_TYPES.map((type) => [type, types.has(type)]);
    return role === undefined ? [] : [[role.name, Object.fromEntries(shown)]];
  });
  return {
    owner: {
      uuid: owner,
      config_name: user?.config_name ?? '',
      username: user?.username ?? '',
    },
    access: Object.fromEntries(access) as AuthMetadata['access'],
  };
}
