import { equals } from '../../../python/equals.ts';
import { joinPaths } from '../../../python/posix-path.ts';
import { str } from '../../../python/repr.ts';
import {
  dict,
  isDict,
  isTruthy,
  type PyDict,
  type PyScalar,
  type PyValue,
} from '../../../python/value.ts';
import { walk } from '../../minion/files/walk.ts';
import { statsOf } from '../../modules/file/stats.ts';
import type { StateCall } from '../state-function.ts';
import { is } from './outcome.ts';

/** What a directory, or a file in it, is to be given. */
export interface Wanted {
  readonly user: PyValue;
  readonly group: PyValue;
  readonly mode: string | null;
}

const RECURSE_TYPES = ['user', 'group', 'mode', 'ignore_files', 'ignore_dirs', 'silent'];

/** What is seen to in all that is inside; a text where what is given makes no sense. */
export function recurseSet(recurse: PyValue): ReadonlySet<string> | string | undefined {
  if (!isTruthy(recurse)) return undefined;
  if (!Array.isArray(recurse)) return '"recurse" must be formed as a list of strings';
  const types = new Set(recurse.map(str));
  if ([...types].some((type) => !RECURSE_TYPES.includes(type)))
    return `Types for "recurse" limited to ${RECURSE_TYPES.map((type) => `"${type}"`).join(', ')}.`;
  if (types.has('ignore_files') && types.has('ignore_dirs'))
    return 'Must not specify "recurse" options "ignore_files" and "ignore_dirs" at the same time.';
  return types;
}

/** What of it is seen to inside. */
export function limitedTo(recurse: ReadonlySet<string> | undefined, wanted: Wanted): Wanted {
  if (recurse === undefined) return wanted;
  return {
    user: recurse.has('user') ? wanted.user : null,
    group: recurse.has('group') ? wanted.group : null,
    mode: recurse.has('mode') ? wanted.mode : null,
  };
}

/** What would change, by path. */
export function changesOf(
  call: StateCall,
  name: string,
  recurse: ReadonlySet<string> | undefined,
  wanted: Wanted,
  inner: Wanted,
): PyDict {
  const { files } = call.machine;
  const changes: PyDict = new Map<PyScalar, PyValue>();
  const look = (path: string, of: Wanted): void => {
    const change = changeOf(call, path, of);
    if (change.size > 0) changes.set(path, change);
  };
  const own = limitedTo(recurse, wanted);
  if (recurse !== undefined)
    for (const { path, directories, files: names } of walk(files, name)) {
      if (!recurse.has('ignore_files'))
        for (const one of names) look(joinPaths(path, one), limitedTo(recurse, inner));
      if (!recurse.has('ignore_dirs'))
        for (const one of directories) look(joinPaths(path, one), own);
    }
  if (!is(call, 'children_only')) look(name, own);
  if (!files.isDirectory(name)) changes.set(name, dict({ directory: 'new' }));
  return changes;
}

function changeOf(call: StateCall, path: string, { user, group, mode }: Wanted): PyDict {
  const { machine } = call;
  if (!machine.files.lexists(path)) return dict({ directory: 'new' });
  const follows = is(call, 'follow_symlinks');
  const stats = statsOf(machine, path, { followsLinks: follows });
  const differs = (wanted: PyValue, ...keys: readonly string[]): boolean =>
    wanted !== null && !keys.some((key) => equals(wanted, stats.get(key) ?? null));
  const change: PyDict = new Map();
  if (differs(user, 'user', 'uid')) change.set('user', user);
  if (differs(group, 'group', 'gid')) change.set('group', group);
  const isFixed = stats.get('type') === 'link' && !follows;
  if (mode !== null && mode !== stats.get('mode') && !isFixed) change.set('mode', mode);
  return change;
}

/** What would change, as a text. */
export function listed(changes: PyDict): string {
  const lines = [...changes].flatMap(([path, change]) =>
    isDict(change)
      ? [...change].map(([key, value]) => `${str(path)}: ${str(key)} - ${str(value)}\n`)
      : [],
  );
  return `The following files will be changed:\n${lines.join('')}`;
}
