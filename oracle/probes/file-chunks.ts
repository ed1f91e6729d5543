import type { JsonObject } from '../fixture.ts';
import { chunkProbes, type Probe } from './probe.ts';

/** A path that no machine has. */
const NOWHERE = '/saltproof-nonesuch/file';

/** Names that no machine has a user or a group of. */
const NOBODY = 'saltproof-nonesuch';

/** A function that web1 runs. */
function onWeb1(fun: string, ...arg: readonly (string | number | null | JsonObject)[]): JsonObject {
  return { client: 'local', tgt: 'web1', fun, arg: [...arg], full_return: true };
}

/** A keyword argument, or several. */
function named(keywords: JsonObject): JsonObject {
  return { __kwarg__: true, ...keywords };
}

/** A `file` state by itself; whoever else has states run is not disturbed. */
function state(fun: string, name: string, more: JsonObject = {}): JsonObject {
  const given = named({ concurrent: true, ...more });
  return onWeb1('state.single', `file.${fun}`, name, given);
}

/** Functions and states of files and groups whose answers are the same on every machine, asked so that nothing is changed. */
const CHUNKS: Readonly<Record<string, JsonObject>> = {
  read: onWeb1('file.read', NOWHERE),
  'read-descriptor': onWeb1('file.read', 0),
  'read-nothing': onWeb1('file.read'),
  'read-directory': onWeb1('file.read', '/'),
  'read-below-file': onWeb1('file.read', '/etc/passwd/x'),
  write: onWeb1('file.write', NOWHERE, 'x'),
  'write-number': onWeb1('file.write', 5, 'x'),
  append: onWeb1('file.append', NOWHERE, 'x'),
  prepend: onWeb1('file.prepend', NOWHERE, 'x'),
  touch: onWeb1('file.touch', NOWHERE),
  truncate: onWeb1('file.truncate', NOWHERE, 1),
  'seek-read': onWeb1('file.seek_read', NOWHERE, 1, 1),
  stats: onWeb1('file.stats', NOWHERE),
  'stats-no-keyword': onWeb1('file.stats', NOWHERE, named({ color: 1 })),
  lstat: onWeb1('file.lstat', NOWHERE),
  'lstat-relative': onWeb1('file.lstat', 'x'),
  'get-mode': onWeb1('file.get_mode', NOWHERE),
  'set-mode': onWeb1('file.set_mode', NOWHERE, '644'),
  chown: onWeb1('file.chown', NOWHERE, 'root', 'root'),
  'chown-nobody': onWeb1('file.chown', NOWHERE, NOBODY, 'root'),
  chgrp: onWeb1('file.chgrp', NOWHERE, 'root'),
  'user-to-uid': onWeb1('file.user_to_uid', 'root'),
  'uid-to-user': onWeb1('file.uid_to_user', 0),
  'group-to-gid': onWeb1('file.group_to_gid', NOBODY),
  'get-hash': onWeb1('file.get_hash', NOWHERE),
  'get-hash-unknown': onWeb1('file.get_hash', '/etc/passwd', 'sha0'),
  'get-sum': onWeb1('file.get_sum', NOWHERE),
  'check-hash': onWeb1('file.check_hash', NOWHERE, 'abc'),
  'file-exists': onWeb1('file.file_exists', '/'),
  'directory-exists': onWeb1('file.directory_exists', '/'),
  'directory-exists-number': onWeb1('file.directory_exists', 5),
  access: onWeb1('file.access', '/', 'x'),
  'access-mode': onWeb1('file.access', '/', 'q'),
  mkdir: onWeb1('file.mkdir', '/'),
  'mkdir-below-file': onWeb1('file.mkdir', '/etc/passwd/x'),
  makedirs: onWeb1('file.makedirs', '/x'),
  'makedirs-relative': onWeb1('file.makedirs'),
  readdir: onWeb1('file.readdir', NOWHERE),
  rmdir: onWeb1('file.rmdir', NOWHERE),
  remove: onWeb1('file.remove', NOWHERE),
  'remove-relative': onWeb1('file.remove', 'x'),
  copy: onWeb1('file.copy', NOWHERE, NOWHERE),
  rename: onWeb1('file.rename', NOWHERE, NOWHERE),
  move: onWeb1('file.move', NOWHERE, NOWHERE),
  symlink: onWeb1('file.symlink', '/', NOWHERE),
  'symlink-relative': onWeb1('file.symlink', '/', 'x'),
  'symlink-arguments': onWeb1('sys.argspec', 'file.symlink'),
  'is-link-arguments': onWeb1('sys.argspec', 'file.is_link'),
  readlink: onWeb1('file.readlink', NOWHERE),
  link: onWeb1('file.link', NOWHERE, NOWHERE),
  join: onWeb1('file.join', 'a', 'b', '/c'),
  'join-nothing': onWeb1('file.join'),
  normpath: onWeb1('file.normpath', '//a/../b'),
  find: onWeb1('file.find', NOWHERE),
  'find-option': onWeb1('file.find', NOWHERE, named({ color: 'red' })),
  'find-type': onWeb1('file.find', NOWHERE, named({ type: 'q' })),
  'find-root': onWeb1('file.find', '/', named({ maxdepth: 0, print: 'path,type,user' })),
  contains: onWeb1('file.contains', NOWHERE, 'x'),
  'contains-regex': onWeb1('file.contains_regex', '/etc/passwd', '^root:.*:/root:'),
  'contains-regex-bad': onWeb1('file.contains_regex', '/etc/passwd', '('),
  search: onWeb1('file.search', '/etc/passwd', '^root:'),
  'search-flags': onWeb1('file.search', '/etc/passwd', 'x', named({ flags: 'LOUD' })),
  'search-nowhere': onWeb1('file.search', NOWHERE, 'x'),
  replace: onWeb1('file.replace', NOWHERE, 'x', 'y'),
  'replace-directory': onWeb1('file.replace', '/', 'x', 'y'),
  line: onWeb1('file.line', NOWHERE, named({ mode: 'delete', match: 'x' })),
  'line-mode': onWeb1('file.line', '/etc/passwd', named({ content: 'x' })),
  'group-info': onWeb1('group.info', NOBODY),
  'group-info-list': onWeb1('group.info', 5),
  'group-add-arguments': onWeb1('sys.argspec', 'group.add'),
  'group-add-there': onWeb1('group.add', 'root'),
  'group-delete': onWeb1('group.delete', NOBODY),
  'group-chgid': onWeb1('group.chgid', NOBODY, 4242),
  'group-deluser': onWeb1('group.deluser', NOBODY, 'root'),
  'state-absent': state('absent', NOWHERE),
  'state-absent-root': state('absent', '/'),
  'state-absent-relative': state('absent', 'x'),
  'state-exists': state('exists', '/'),
  'state-missing': state('missing', '/'),
  'state-managed-test': state('managed', NOWHERE, { contents: 'x', test: true }),
  'state-managed-parent': state('managed', NOWHERE, { contents: 'x' }),
  'state-managed-source': state('managed', NOWHERE, { source: 'salt://saltproof-nonesuch' }),
  'state-managed-both': state('managed', NOWHERE, { source: 'salt://x', contents: 'x' }),
  'state-managed-owner': state('managed', NOWHERE, { contents: 'x', user: NOBODY }),
  'state-directory': state('directory', '/'),
  'state-directory-test': state('directory', NOWHERE, { mode: 755, test: true }),
  'state-directory-parent': state('directory', NOWHERE),
  'state-directory-file': state('directory', '/etc/passwd'),
  'state-symlink': state('symlink', NOWHERE, { target: '/', test: true }),
  'state-touch-keyword': state('touch', NOWHERE),
};

/** What the modules `file` and `group` and the states of `file` answer, byte for byte. */
export const FILE_CHUNKS: readonly Probe[] = chunkProbes(
  'saltdev',
  Object.fromEntries(Object.entries(CHUNKS).map(([id, chunk]) => [`files.${id}`, chunk])),
);
