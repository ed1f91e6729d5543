import { dirname } from '../../../python/posix-path.ts';
import type { Minion } from '../../fleet.ts';
import { Accounts } from '../accounts.ts';
import type { GroupSettings, MachineSettings, UserSettings } from '../machine-settings.ts';
import type { FileTree } from './file-tree.ts';
import { standardTree } from './standard-tree.ts';
import { removeTree } from './remove-tree.ts';

/** The files of a minion's machine as nobody has touched them yet, and its accounts, which are in two of them. */
export interface MachineFiles {
  readonly files: FileTree;
  readonly accounts: Accounts;
}

/**
 * Makes the files of a machine: those that every machine has, and what its settings say.
 *
 * @param now microseconds since the epoch
 */
export function machineFiles(minion: Minion, now: () => number): MachineFiles {
  const files = standardTree(minion, now);
  const accounts = new Accounts(files);
  const { settings } = minion;
  if (settings !== undefined) applySettings(files, accounts, settings);
  return { files, accounts };
}

function applySettings(files: FileTree, accounts: Accounts, settings: MachineSettings): void {
  for (const [name, group] of settings.groups) setGroup(accounts, name, group);
  for (const [name, user] of settings.users) setUser(accounts, name, user);
  for (const [path, content] of settings.files) {
    clear(files, path);
    if (content === null) continue;
    makeRoom(files, dirname(path));
    files.write(path, Buffer.from(content));
  }
}

/** Sees to it that there is a directory, whatever else is there. */
function makeRoom(files: FileTree, directory: string): void {
  if (files.isDirectory(directory)) return;
  makeRoom(files, dirname(directory));
  clear(files, directory);
  files.mkdir(directory);
}

function clear(files: FileTree, path: string): void {
  if (files.isDirectory(path) && !files.isLink(path)) removeTree(files, path);
  else if (files.lexists(path)) files.unlink(path);
}

function setGroup(accounts: Accounts, name: string, { gid, members }: GroupSettings): void {
  const known = accounts.group(name)?.gid;
  accounts.setGroup({ name, gid: gid ?? known ?? accounts.nextGid(), members });
}

/** A user is given a group of its own name, unless a gid is named. */
function setUser(accounts: Accounts, name: string, user: UserSettings): void {
  const known = accounts.user(name);
  const uid = user.uid ?? known?.uid ?? accounts.nextUid();
  const own = user.gid ?? known?.gid ?? accounts.group(name)?.gid;
  if (own === undefined) accounts.setGroup({ name, gid: uid, members: [] });
  accounts.setUser({
    name,
    uid,
    gid: own ?? uid,
    gecos: user.fullname ?? known?.gecos ?? '',
    home: user.home ?? known?.home ?? `/home/${name}`,
    shell: user.shell ?? known?.shell ?? '/bin/bash',
  });
  for (const group of user.groups) {
    const known = accounts.group(group);
    const members = known?.members ?? [];
    if (!members.includes(name))
      accounts.setGroup({
        name: group,
        gid: known?.gid ?? accounts.nextGid(),
        members: [...members, name],
      });
  }
}
