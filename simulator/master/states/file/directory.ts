import { dirname, isAbsolute, joinPaths } from '../../../python/posix-path.ts';
import { dict, isTruthy, type PyDict } from '../../../python/value.ts';
import { walk } from '../../minion/files/walk.ts';
import { checkPerms } from '../../modules/file/check-perms.ts';
import { makeDirectory, makeParents } from '../../modules/file/make-directories.ts';
import { normalizeMode } from '../../modules/file/mode.ts';
import { removePath } from '../../modules/file/remove-path.ts';
import { given, stateResult, type StateCall } from '../state-function.ts';
import { changesOf, limitedTo, listed, recurseSet, type Wanted } from './directory-changes.ts';
import { failed, is, ownerOf, pathOf, wrongOwner } from './outcome.ts';

/** `file.directory`: sees to it that there is a directory, with owner and permissions; nothing in it is cleaned away. */
export function directory(call: StateCall): PyDict {
  const { machine } = call;
  const { files } = machine;
  const asked = pathOf(call);
  if (asked === '') return failed(asked, 'Must provide name to file.directory');
  const name = asked.replace(/(?<=.)\/$/, '');
  if (given(call, 'max_depth') !== null && is(call, 'clean'))
    return failed(name, 'Cannot specify both max_depth and clean');
  if (is(call, 'clean')) return failed(asked, 'Cleaning a directory is not simulated.');
  const user = ownerOf(call);
  const group = given(call, 'group');
  const dirMode = isTruthy(given(call, 'dir_mode'))
    ? given(call, 'dir_mode')
    : (call.given.get('mode') ?? given(call, 'dir_mode'));
  const fileMode = isTruthy(given(call, 'file_mode')) ? given(call, 'file_mode') : dirMode;
  const wanted: Wanted = { user, group, mode: normalizeMode(dirMode) };
  const inner: Wanted = { user, group, mode: normalizeMode(fileMode) };
  const wrong = wrongOwner(call, user, group);
  if (wrong !== '') return failed(asked, wrong);
  if (!isAbsolute(name)) return failed(asked, `Specified file ${name} is not an absolute path`);
  const ret = stateResult(asked, true, '');
  const changes: PyDict = new Map();
  ret.set('changes', changes);
  const isLink = files.isLink(name);
  if (files.isFile(name) || (isLink && (!is(call, 'allow_symlink') || is(call, 'force')))) {
    if (!is(call, 'force')) {
      const what = files.isFile(name) ? 'file' : 'symlink';
      return failed(asked, `Specified location ${name} exists and is a ${what}`);
    }
    const what = files.isFile(name) ? 'File' : 'Symlink';
    changes.set('forced', `${what} ${call.test ? 'would be' : 'was'} forcibly replaced`);
    if (!call.test) removePath(files, name);
  }
  const recurse = recurseSet(given(call, 'recurse'));
  if (typeof recurse === 'string') return failed(asked, recurse);
  const found = changesOf(call, name, recurse, wanted, inner);
  for (const [path, change] of found) changes.set(path, change);
  if (call.test || changes.size === 0) {
    const comment =
      found.size > 0 ? listed(found) : `The directory ${name} is in the correct state`;
    return ret.set('result', found.size > 0 ? null : true).set('comment', comment);
  }
  if (!files.isDirectory(name)) {
    if (!files.isDirectory(dirname(name))) {
      if (!is(call, 'makedirs')) {
        changes.clear();
        changes.set(name, dict({ directory: 'new' }));
        return ret.set('result', false).set('comment', `No directory to create ${name} in`);
      }
      makeParents(machine, name, wanted);
    }
    makeDirectory(machine, name, wanted);
    changes.set(name, dict({ directory: 'new' }));
    return ret;
  }
  const follows = is(call, 'follow_symlinks');
  const perms = (path: string, { mode }: Wanted, of: Wanted): unknown =>
    checkPerms(machine, ret, { name: path, ...of, mode, followsLinks: follows, test: false });
  if (!is(call, 'children_only')) perms(name, wanted, wanted);
  const limited = limitedTo(recurse, wanted);
  if (recurse !== undefined)
    for (const { path, directories, files: names } of walk(files, name)) {
      const modeOf = (mode: string | null): Wanted => ({
        ...limited,
        mode: recurse.has('mode') ? mode : null,
      });
      if (!recurse.has('ignore_files'))
        for (const one of names) perms(joinPaths(path, one), modeOf(inner.mode), limited);
      if (!recurse.has('ignore_dirs'))
        for (const one of directories) perms(joinPaths(path, one), modeOf(wanted.mode), limited);
    }
  if (ret.get('comment') === '')
    ret.set(
      'comment',
      is(call, 'children_only') ? `Directory ${name}/* updated` : `Directory ${name} updated`,
    );
  return ret;
}
