import { equals } from '../../../python/equals.ts';
import { str } from '../../../python/repr.ts';
import { typeName } from '../../../python/type-name.ts';
import { dict, isDict, isTruthy, type PyDict, type PyValue } from '../../../python/value.ts';
import type { MachineFiles } from '../../minion/files/machine-files.ts';
import { OsError } from '../../minion/files/os-error.ts';
import { normalizeMode, setMode } from './mode.ts';
import { changeOwner } from './owner.ts';
import { statsOf } from './stats.ts';

/** What a path is to be given. */
export interface Perms {
  readonly name: string;
  readonly user: PyValue;
  readonly group: PyValue;
  readonly mode: PyValue;
  readonly followsLinks: boolean;
  readonly test: boolean;
}

/**
 * Sees to it that a path has an owner, a group and permissions; null stands for any (salt.modules.file
 * check_perms, 3006.28 to 3008.3, without attributes and SELinux).
 *
 * @param given what has come out of a state so far, to be gone on with
 * @returns the result with what was changed, and how the path was before
 */
export function checkPerms(machine: MachineFiles, given: PyValue, perms: Perms): PyDict[] {
  const { name, user, group, followsLinks, test } = perms;
  const mode = normalizeMode(perms.mode);
  const isGiven = isDict(given) && given.size > 0;
  const ret = isGiven ? given : dict({ name, changes: new Map(), comment: [], result: true });
  const before = isGiven ? (ret.get('comment') ?? '') : '';
  const comments: string[] = [];
  const changes = ret.get('changes');
  const changed: PyDict = isDict(changes) ? changes : new Map();
  const stats = (): PyDict => statsOf(machine, name, { followsLinks });
  const current = stats();
  const isLink = machine.files.isLink(name);
  const isFixed = isLink && !followsLinks;
  const was: PyDict = dict({
    luser: current.get(isNumber(user) ? 'uid' : 'user') ?? null,
    lgroup: current.get(isNumber(group) ? 'gid' : 'group') ?? null,
    lmode: current.get('mode') ?? null,
  });
  const fail = (comment: string): void => {
    ret.set('result', false);
    comments.push(comment);
  };
  if (differs(current, 'user', user)) was.set('cuser', user);
  if (differs(current, 'group', group)) was.set('cgroup', group);
  if ((was.has('cuser') || was.has('cgroup')) && !test) {
    const [owner, owners] = [user ?? current.get('user'), group ?? current.get('group')];
    try {
      const error = changeOwner(machine, name, owner ?? null, owners ?? null, !isFixed);
      if (error !== null) fail(error);
      else if (!isLink) setMode(machine.files, name, current.get('mode') ?? null);
    } catch (error) {
      if (!(error instanceof OsError)) throw error;
      ret.set('result', false);
    }
  }
  if (mode !== null && !test && !isFixed && mode !== current.get('mode')) {
    was.set('cmode', mode);
    setMode(machine.files, name, mode);
  }
  const after = stats();
  for (const [key, wanted] of [
    ['user', user],
    ['group', group],
  ] as const) {
    if (differs(after, key, wanted)) {
      if (test) changed.set(key, wanted);
      else fail(`Failed to change ${key} to ${str(wanted)}`);
    } else if (was.has(`c${key}`)) changed.set(key, wanted);
  }
  if (mode !== null && !isFixed) {
    if (mode !== after.get('mode')) {
      if (test) changed.set('mode', mode);
      else fail(`Failed to change mode to ${mode}`);
    } else if (was.has('cmode')) changed.set('mode', mode);
  }
  if (typeof before === 'string')
    ret.set('comment', (before === '' ? comments : [before, ...comments]).join('; '));
  else ret.set('comment', comments);
  if (test && changed.size > 0) ret.set('result', null);
  return [ret, was];
}

function isNumber(value: PyValue): boolean {
  return ['int', 'bool'].includes(typeName(value));
}

/** Whether something has another owner or group than is wanted, by name or by number. */
function differs(stats: PyDict, key: 'user' | 'group', wanted: PyValue): boolean {
  const [name = null, id = null] = [key, key === 'user' ? 'uid' : 'gid'].map((at) => stats.get(at));
  return isTruthy(wanted) && !equals(wanted, name) && !equals(wanted, id);
}
