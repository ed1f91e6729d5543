import { MinionError } from '../../modules/minion-error.ts';
import type { DirectoryInode, Inode } from './inode.ts';
import { OsError } from './os-error.ts';

/** How many links the system follows for one path. */
export const MOST_LINKS = 40;

/** The most bytes of a name. */
const LONGEST_NAME = 255;

/** Where a path leads: to something, or to a name in a directory that has nothing under it. */
export interface Place {
  readonly parent: DirectoryInode;
  readonly name: string;
  readonly inode: Inode | undefined;
}

/**
 * Goes along a path, as Linux does.
 *
 * @param follow whether a link at its end is followed
 * @param told the path as an error names it
 * @throws OsError where there is no directory to go on in
 */
export function placeOf(
  root: DirectoryInode,
  path: string,
  follow: boolean,
  told: readonly string[] = [path],
): Place {
  if (path.includes('\0')) throw new MinionError('Exception', 'embedded null byte', 'ValueError');
  if (path === '') throw new OsError('ENOENT', ...told);
  const above: DirectoryInode[] = [root];
  const parts = partsOf(path);
  const wantsDirectory = path.endsWith('/') || path.endsWith('/.');
  let links = 0;
  for (let part = parts.shift(); part !== undefined; part = parts.shift()) {
    if (Buffer.byteLength(part) > LONGEST_NAME) throw new OsError('ENAMETOOLONG', ...told);
    const parent = above.at(-1) ?? root;
    if (part === '..') {
      if (above.length > 1) above.pop();
      continue;
    }
    const isLast = parts.length === 0;
    const inode = parent.entries.get(part);
    if (inode?.kind === 'link' && (follow || !isLast || wantsDirectory)) {
      if (++links > MOST_LINKS) throw new OsError('ELOOP', ...told);
      if (inode.target.startsWith('/')) above.length = 1;
      parts.unshift(...partsOf(inode.target));
      continue;
    }
    if (inode?.kind === 'directory') {
      above.push(inode);
      if (isLast) return { parent, name: part, inode };
      continue;
    }
    if (inode === undefined && !isLast) throw new OsError('ENOENT', ...told);
    if (inode !== undefined && (!isLast || wantsDirectory)) throw new OsError('ENOTDIR', ...told);
    return { parent, name: part, inode };
  }
  return { parent: above.at(-2) ?? root, name: '', inode: above.at(-1) ?? root };
}

function partsOf(path: string): string[] {
  return path.split('/').filter((part) => part !== '' && part !== '.');
}
