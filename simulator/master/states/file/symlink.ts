import { dirname, normalPath } from '../../../python/posix-path.ts';
import { str } from '../../../python/repr.ts';
import { dict, type PyDict, type PyValue } from '../../../python/value.ts';
import { MinionError } from '../../modules/minion-error.ts';
import { makeParents } from '../../modules/file/make-directories.ts';
import { normalizeMode } from '../../modules/file/mode.ts';
import { changeOwner, groupToGid, userToUid } from '../../modules/file/owner.ts';
import { removePath } from '../../modules/file/remove-path.ts';
import { given, stateResult, type StateCall } from '../state-function.ts';
import { failed, is, ownerOf, pathOf } from './outcome.ts';

/** `file.symlink`: sees to it that a link leads somewhere, without keeping what stood in its place. */
export function symlink(call: StateCall): PyDict {
  const { machine } = call;
  const { files, accounts } = machine;
  const name = pathOf(call);
  if (name === '') return failed(name, 'Must provide name to file.symlink');
  const target = str(given(call, 'target'));
  const user = ownerOf(call) ?? 'root';
  const gid = accounts.user(str(user))?.gid ?? 0;
  const group = given(call, 'group') ?? accounts.groupName(gid) ?? gid;
  const wrong = [
    ...(userToUid(accounts, user) === '' ? [`User ${str(user)} does not exist`] : []),
    ...(groupToGid(accounts, group) === '' ? [`Group ${str(group)} does not exist`] : []),
    ...(name.startsWith('/') ? [] : [`Specified file ${name} is not an absolute path`]),
  ];
  if (wrong.length > 0) return failed(name, wrong.join('. ') + (wrong.length > 1 ? '.' : ''));
  const directory = dirname(name);
  const isMissing = !files.isDirectory(directory);
  if (call.test) {
    const tried = trial(call, name, target, { user, group });
    if (!isMissing) return tried;
    const more = is(call, 'makedirs')
      ? `${directory} will be created`
      : `Directory ${directory} for symlink is not present`;
    return tried.set('comment', `${str(tried.get('comment') ?? null)}\n${more}`);
  }
  if (isMissing && !is(call, 'makedirs'))
    return failed(name, `Directory ${directory} for symlink is not present`);
  if (isMissing)
    makeParents(machine, name, { user, group, mode: normalizeMode(given(call, 'mode')) });
  const isOwn = (): boolean => isOwned(call, name, { user, group });
  const own = (): string | null => changeOwner(machine, name, user, group, false);
  if (files.isLink(name)) {
    if (normalPath(files.readlink(name)) === normalPath(target)) {
      const owner = `${str(user)}:${str(group)}`;
      if (isOwn())
        return stateResult(name, true, `Symlink ${name} is present and owned by ${owner}`);
      own();
      const comment = `Set ownership of symlink ${name} to ${owner}`;
      return stateResult(name, true, comment, dict({ ownership: owner }));
    }
    files.unlink(name);
  } else if (files.exists(name)) {
    if (!is(call, 'force') && !is(call, 'atomic')) {
      const what = files.isFile(name) ? 'File' : 'Directory';
      return failed(name, `${what} exists where the symlink ${name} should be`);
    }
    removePath(files, name);
  }
  try {
    files.symlink(target, name);
  } catch (error) {
    if (!(error instanceof MinionError)) throw error;
    const why = `Could not create '${name}'`;
    return failed(name, `Unable to create new symlink ${name} -> ${target}: ${why}`);
  }
  if (!isOwn()) own();
  const comment = `Created new symlink ${name} -> ${target}`;
  return stateResult(name, true, comment, dict({ new: name }));
}

/** Whom a link is to belong to. */
interface Owner {
  readonly user: PyValue;
  readonly group: PyValue;
}

function trial(call: StateCall, name: string, target: string, owner: Owner): PyDict {
  const { files } = call.machine;
  const change = (comment: string, changes: PyDict): PyDict =>
    stateResult(name, null, comment, changes);
  if (!files.lexists(name))
    return change(`Symlink ${name} to ${target} is set for creation`, dict({ new: name }));
  if (files.isLink(name)) {
    if (files.readlink(name) !== target)
      return change(
        `Link ${name} target is set to be changed to ${target}`,
        dict({ change: name }),
      );
    const present = `The symlink ${name} is present`;
    if (isOwned(call, name, owner)) return stateResult(name, true, present);
    const was = ownership(call, name);
    return change(
      `${present}, but the ownership of the symlink would be changed from ${was} to ${str(owner.user)}:${str(owner.group)}`,
      dict({ ownership: was }),
    );
  }
  return is(call, 'force')
    ? change(
        `The file or directory ${name} is set for removal to make way for a new symlink targeting ${target}`,
        new Map(),
      )
    : failed(
        name,
        `File or directory exists where the symlink ${name} should be. Did you mean to use force?`,
      );
}

function ownership({ machine: { files, accounts } }: StateCall, name: string): string {
  const { uid, gid } = files.lstat(name);
  return `${str(accounts.userName(uid) ?? uid)}:${str(accounts.groupName(gid) ?? gid)}`;
}

function isOwned({ machine: { files, accounts } }: StateCall, name: string, owner: Owner): boolean {
  const { uid, gid } = files.lstat(name);
  return userToUid(accounts, owner.user) === uid && groupToGid(accounts, owner.group) === gid;
}
