import type { Random } from '../../master/random.ts';
import type { Accounts, NewUser } from '../accounts/accounts.ts';
import { INTERNAL } from '../accounts/built-in.ts';
import type { User } from '../accounts/user.ts';
import { newUuid } from '../uuid.ts';
import type { Directory, DirectoryUser } from './directory.ts';

/** The directories that RaaS can be configured to ask, by the names of back ends: what the fleet file says is in them. */
export class Directories {
  readonly #directories = new Map<string, Directory>();

  /** @param users all users of the fleet; those of RaaS's own are in no directory */
  constructor(users: readonly NewUser[], random: Random) {
    const named = random.named('raas directories');
    for (const config_name of new Set(users.map((user) => user.config_name ?? INTERNAL)))
      if (config_name !== INTERNAL) {
        const own = users.filter((user) => user.config_name === config_name);
        this.#directories.set(config_name, directory(config_name, own, named));
      }
  }

  names(): string[] {
    return [...this.#directories.keys()];
  }

  has(config_name: string): boolean {
    return this.#directories.has(config_name);
  }

  /** What is in a directory; nothing, where there is none of the name. */
  of(config_name: string): Directory {
    return this.#directories.get(config_name) ?? { config_name, users: [], groups: [] };
  }

  /** Makes RaaS know everybody. */
  takeOverAll(accounts: Accounts): void {
    for (const { users } of this.#directories.values())
      for (const user of users) this.takeOver(accounts, user);
  }

  /** Makes RaaS know a user of a directory, and its groups, unless it does. */
  takeOver(accounts: Accounts, user: DirectoryUser): User {
    const { config_name, username, password, roles, groups, remote_uid, email } = user;
    const account =
      accounts.user(username, config_name) ??
      accounts.addUser({ username, config_name, password, roles, groups });
    account.email = email;
    account.remote_uid = remote_uid;
    for (const { name, remote_uid } of this.of(config_name).groups) {
      const group = accounts.group(name, config_name);
      if (group !== undefined) group.remote_uid = remote_uid;
    }
    return account;
  }
}

function directory(config_name: string, users: readonly NewUser[], random: Random): Directory {
  const base = baseDn(config_name);
  const groups = new Set(users.flatMap((user) => user.groups ?? []));
  return {
    config_name,
    users: users.map(({ username, password, groups = [], roles = [] }) => ({
      config_name,
      dn: `CN=${username},CN=Users,${base}`,
      username,
      email: `${username}@${config_name}.example`,
      remote_uid: newUuid(random),
      password,
      groups,
      roles,
    })),
    groups: [...groups].map((name) => ({
      config_name,
      dn: `CN=${name},CN=Groups,${base}`,
      name,
      remote_uid: newUuid(random),
    })),
  };
}

/** Where everything of a directory is. */
export function baseDn(config_name: string): string {
  return `DC=${config_name},DC=example`;
}
