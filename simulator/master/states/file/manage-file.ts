import { equals } from '../../../python/equals.ts';
import { dirname } from '../../../python/posix-path.ts';
import { unifiedDiff } from '../../../python/unified-diff.ts';
import { dict, isDict, isTruthy, type PyDict, type PyValue } from '../../../python/value.ts';
import { checkPerms } from '../../modules/file/check-perms.ts';
import { makeParents } from '../../modules/file/make-directories.ts';
import { normalizeMode } from '../../modules/file/mode.ts';
import { isBinary } from '../../modules/file/search/is-binary.ts';
import { statsOf } from '../../modules/file/stats.ts';
import { linesOf } from '../../modules/file/text.ts';
import { touchFile } from '../../modules/file/touch-file.ts';
import { given, type StateCall } from '../state-function.ts';
import { is } from './outcome.ts';

/** What a file is to be; null leaves it as it is. */
export interface ManagedFile {
  readonly name: string;
  readonly user: PyValue;
  readonly group: PyValue;
  readonly mode: string | null;
  readonly content: string | null;
}

/** The permissions of a new file that is given none. */
const NEW_FILE = '0644';

/** Makes a file what it is to be (salt.modules.file manage_file, 3006.28 to 3008.3). */
export function manageFile(call: StateCall, ret: PyDict, file: ManagedFile): PyDict {
  const { files } = call.machine;
  const { name } = file;
  const comment = (text: string): PyDict => ret.set('comment', text);
  if (!files.isFile(name) && !files.isLink(name)) return makeFile(call, ret, file);
  const followsLinks = is(call, 'follow_symlinks');
  const path = followsLinks ? files.realpath(name) : name;
  if (file.content !== null) {
    const difference = differenceOf(call, path, file.content);
    if (difference !== '') {
      changesIn(ret).set('diff', difference);
      files.write(path, Buffer.from(file.content));
    }
  }
  checkPerms(call.machine, ret, { ...file, followsLinks, test: false });
  if (changesIn(ret).size > 0) return comment(`File ${name} updated`);
  return isTruthy(ret.get('result')) ? comment(`File ${name} is in the correct state`) : ret;
}

/** What would change in a file (salt.modules.file check_file_meta, 3006.28 to 3008.3). */
export function changesTo(call: StateCall, file: ManagedFile): PyDict {
  const { machine } = call;
  const { name, content, user, group } = file;
  if (!machine.files.lexists(name)) {
    if (!is(call, 'new_file_diff')) return dict({ newfile: name });
    const all = content === null ? '' : differenceOf(call, name, content);
    return all === '' ? new Map() : dict({ diff: all });
  }
  const stats = statsOf(machine, name, { followsLinks: is(call, 'follow_symlinks') });
  const changes: PyDict = new Map();
  const difference = content === null ? '' : differenceOf(call, name, content);
  if (difference !== '') changes.set('diff', difference);
  for (const [key, id, wanted] of [
    ['user', 'uid', user],
    ['group', 'gid', group],
  ] as const) {
    const isSo = [key, id].some((at) => equals(wanted, stats.get(at) ?? null));
    if (wanted !== null && !isSo) changes.set(key, wanted);
  }
  if (file.mode !== null && file.mode !== stats.get('mode')) changes.set('mode', file.mode);
  return changes;
}

/** A new file is nobody else's to read until it has the permissions that it is to have. */
function makeFile(call: StateCall, ret: PyDict, file: ManagedFile): PyDict {
  const { machine } = call;
  const { files } = machine;
  const { name, content, mode } = file;
  if (!files.isDirectory(dirname(name))) {
    if (!is(call, 'makedirs'))
      return ret.set('result', false).set('comment', 'Parent directory not present');
    const dirMode = given(call, 'dir_mode') ?? (mode === null ? null : searchable(mode));
    makeParents(machine, name, { ...file, mode: dirMode });
  }
  touchFile(machine, name, null, null);
  if (mode !== null) files.chmod(name, 0o600);
  if (content === null) {
    changesIn(ret).set('new', `file ${name} created`);
    ret.set('comment', 'Empty file');
  } else {
    const isShown = is(call, 'new_file_diff');
    changesIn(ret).set('diff', isShown ? differenceOf(call, name, content, true) : 'New file');
    files.write(name, Buffer.from(content));
  }
  const perms = { ...file, mode: mode ?? NEW_FILE, followsLinks: false, test: false };
  checkPerms(machine, ret, perms);
  if (!isTruthy(ret.get('comment'))) ret.set('comment', `File ${name} updated`);
  return ret;
}

/** The mode of a directory for files of this mode: who may do anything may go in. */
function searchable(mode: string): string | null {
  const digits = mode.slice(-3).replace(/[1-7]/g, (digit) => String(Number(digit) | 1));
  return normalizeMode(digits);
}

function changesIn(ret: PyDict): PyDict {
  const changes = ret.get('changes');
  if (isDict(changes)) return changes;
  throw new Error('a result has no changes');
}

/** @param isShown whether it is told although the state says that changes are not */
function differenceOf(
  call: StateCall,
  path: string,
  content: string,
  isShown = is(call, 'show_changes'),
): string {
  const { files } = call.machine;
  const old = files.isFile(path) ? files.read(path) : Buffer.alloc(0);
  const now = Buffer.from(content);
  if (old.equals(now)) return '';
  if (!isShown) return '<show_changes=False>';
  const [wasBinary, isNowBinary] = [isBinary(old), isBinary(now)];
  if (wasBinary && isNowBinary) return 'Replace binary file';
  if (wasBinary) return 'Replace binary file with text file';
  if (isNowBinary) return 'Replace text file with binary file';
  return unifiedDiff(linesOf(old.toString()), linesOf(content));
}
