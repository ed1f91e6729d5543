import { parseInteger } from '../../python/int.ts';
import type { FileTree } from './files/file-tree.ts';

/** A line of `/etc/passwd`. */
export interface UserAccount {
  readonly name: string;
  readonly uid: number;
  readonly gid: number;
  /** Full name, room, phones and the rest, with commas between them. */
  readonly gecos: string;
  readonly home: string;
  readonly shell: string;
}

/** A line of `/etc/group`. */
export interface GroupAccount {
  readonly name: string;
  readonly gid: number;
  readonly members: readonly string[];
}

/** The first number of a user or a group that somebody adds. */
const FIRST_ID = 1000;

/** Numbers from here on are of accounts that no one is given next. */
const LAST_ID = 60_000;

const [PASSWD, GROUP] = ['/etc/passwd', '/etc/group'];

/** The users and groups of a machine, as its files `/etc/passwd` and `/etc/group` have them. */
export class Accounts {
  readonly #files: FileTree;

  constructor(files: FileTree) {
    this.#files = files;
  }

  users(): UserAccount[] {
    return this.#lines(PASSWD, 7).map(
      ([name = '', , uid = '', gid = '', gecos = '', home = '', shell = '']) => {
        return { name, uid: numberOf(uid), gid: numberOf(gid), gecos, home, shell };
      },
    );
  }

  groups(): GroupAccount[] {
    return this.#lines(GROUP, 4).map(([name = '', , gid = '', members = '']) => {
      return { name, gid: numberOf(gid), members: members === '' ? [] : members.split(',') };
    });
  }

  user(name: string): UserAccount | undefined {
    return this.users().find((user) => user.name === name);
  }

  group(name: string): GroupAccount | undefined {
    return this.groups().find((group) => group.name === name);
  }

  userName(uid: number): string | undefined {
    return this.users().find((user) => user.uid === uid)?.name;
  }

  groupName(gid: number): string | undefined {
    return this.groups().find((group) => group.gid === gid)?.name;
  }

  /** Puts a user in the place of one of the same name, or after all others. */
  setUser(user: UserAccount): void {
    this.#write(
      PASSWD,
      placed(this.users(), user).map(
        ({ name, uid, gid, gecos, home, shell }) =>
          `${name}:x:${uid}:${gid}:${gecos}:${home}:${shell}\n`,
      ),
    );
  }

  /** Puts a group in the place of one of the same name, or after all others. */
  setGroup(group: GroupAccount): void {
    this.#writeGroups(placed(this.groups(), group));
  }

  removeGroup(name: string): void {
    this.#writeGroups(this.groups().filter((group) => group.name !== name));
  }

  /** The number that a new user is given. */
  nextUid(): number {
    return next(this.users().map(({ uid }) => uid));
  }

  /** The number that a new group is given; those of the system's own count down. */
  nextGid(isOfSystem = false): number {
    const taken = this.groups().map(({ gid }) => gid);
    if (!isOfSystem) return next(taken);
    let gid = FIRST_ID - 1;
    while (taken.includes(gid)) gid -= 1;
    return gid;
  }

  #writeGroups(groups: readonly GroupAccount[]): void {
    this.#write(
      GROUP,
      groups.map(({ name, gid, members }) => `${name}:x:${gid}:${members.join(',')}\n`),
    );
  }

  #lines(path: string, fields: number): string[][] {
    if (!this.#files.isFile(path)) return [];
    const lines = this.#files.read(path).toString().split('\n');
    return lines.map((line) => line.split(':')).filter((line) => line.length >= fields);
  }

  #write(path: string, lines: readonly string[]): void {
    this.#files.write(path, Buffer.from(lines.join('')));
  }
}

function numberOf(text: string): number {
  return parseInteger(text) ?? 0;
}

function placed<Account extends { readonly name: string }>(
  accounts: readonly Account[],
  account: Account,
): Account[] {
  const others = accounts.filter(({ name }) => name !== account.name);
  if (others.length === accounts.length) return [...accounts, account];
  return accounts.map((known) => (known.name === account.name ? account : known));
}

function next(taken: readonly number[]): number {
  return Math.max(FIRST_ID - 1, ...taken.filter((id) => id < LAST_ID)) + 1;
}
