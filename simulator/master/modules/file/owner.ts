import { PyTypeError } from '../../../python/type-error.ts';
import { typeName } from '../../../python/type-name.ts';
import { isTruthy, type PyValue } from '../../../python/value.ts';
import type { Accounts } from '../../minion/accounts.ts';
import type { MachineFiles } from '../../minion/files/machine-files.ts';

/** A user as a number: a name is looked up, a number is one already; an empty text where there is none. */
export function userToUid(accounts: Accounts, user: PyValue): PyValue {
  if (user === null) return 0;
  if (isInteger(user)) return user;
  return accounts.user(expectName('getpwnam', user))?.uid ?? '';
}

/** A group as a number, in the same way. */
export function groupToGid(accounts: Accounts, group: PyValue): PyValue {
  if (group === null) return '';
  if (isInteger(group)) return group;
  return accounts.group(expectName('getgrnam', group))?.gid ?? '';
}

/**
 * Gives something another owner and group; answers a text where one of them is not there.
 *
 * @param followsLinks whether a link stands for what it leads to; `lchown` hides what it finds
 */
export function changeOwner(
  machine: MachineFiles,
  path: string,
  user: PyValue,
  group: PyValue,
  followsLinks: boolean,
): string | null {
  const { files, accounts } = machine;
  let error = '';
  let uid = userToUid(accounts, user);
  let gid = groupToGid(accounts, group);
  if (uid === '' && !isTruthy(user)) uid = -1;
  else if (uid === '') error += 'User does not exist\n';
  if (gid === '' && !isTruthy(group)) gid = -1;
  else if (gid === '') error += 'Group does not exist\n';
  if (!followsLinks) {
    files.chown(path, expectId('uid', uid), expectId('gid', gid), false);
    return null;
  }
  if (!files.exists(path)) {
    const ids = [expectId('uid', uid), expectId('gid', gid)] as const;
    if (files.lexists(path)) {
      files.chown(path, ...ids, false);
      return null;
    }
    error += 'File not found';
  }
  if (error !== '') return error;
  files.chown(path, expectId('uid', uid), expectId('gid', gid));
  return null;
}

function isInteger(value: PyValue): value is number | bigint | boolean {
  return ['int', 'bool'].includes(typeName(value));
}

function expectName(fun: 'getpwnam' | 'getgrnam', value: PyValue): string {
  if (typeof value === 'string') return value;
  const what = fun === 'getgrnam' ? "argument 'name'" : 'argument';
  throw new PyTypeError(`${fun}() ${what} must be str, not ${typeName(value)}`);
}

/** @throws PyTypeError as Python's `os.chown` does for what is no number */
function expectId(what: 'uid' | 'gid', value: PyValue): number {
  if (isInteger(value)) return Number(value);
  throw new PyTypeError(`${what} should be integer, not ${typeName(value)}`);
}
