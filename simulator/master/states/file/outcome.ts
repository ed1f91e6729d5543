import { isAbsolute } from '../../../python/posix-path.ts';
import { isTruthy, type PyDict, type PyValue } from '../../../python/value.ts';
import { groupToGid, userToUid } from '../../modules/file/owner.ts';
import { expandUser } from '../../modules/file/path-argument.ts';
import { given, stateResult, type StateCall } from '../state-function.ts';
import { str } from '../../../python/repr.ts';

/** The path that a state is named after, `~` read as a home. */
export function pathOf(call: StateCall): string {
  return expandUser(call.machine, call.name);
}

/** Whether what a state is given under a name is true. */
export function is(call: StateCall, name: string): boolean {
  return isTruthy(given(call, name));
}

/** A state's result that has failed. */
export function failed(name: PyValue, comment: string, changes?: PyDict): PyDict {
  return stateResult(name, false, comment, changes);
}

/** The failure of a state whose name is no absolute path; undefined where it is one. */
export function wrongName(name: string, fun: string): PyDict | undefined {
  if (name === '') return failed(name, `Must provide name to file.${fun}`);
  if (isAbsolute(name)) return undefined;
  return failed(name, `Specified file ${name} is not an absolute path`);
}

/** What is wrong with the user and the group that a state names; nothing where changes are only tried. */
export function wrongOwner(call: StateCall, user: PyValue, group: PyValue): string {
  if (call.test) return '';
  const { accounts } = call.machine;
  let wrong = '';
  if (isTruthy(user) && userToUid(accounts, user) === '')
    wrong += `User ${str(user)} is not available `;
  if (isTruthy(group) && groupToGid(accounts, group) === '')
    wrong += `Group ${str(group)} is not available`;
  return wrong;
}

/** The user that a state names, also by the older name of that. */
export function ownerOf(call: StateCall): PyValue {
  const user = given(call, 'user');
  return isTruthy(user) ? user : (call.given.get('owner') ?? user);
}
