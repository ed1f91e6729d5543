import type { FileTree } from '../../minion/files/file-tree.ts';
import { removeTree } from '../../minion/files/remove-tree.ts';

/**
 * Takes a file, a link or a directory with all in it away.
 *
 * @returns whether there was one
 */
export function removePath(files: FileTree, path: string): boolean {
  if (files.isLink(path) || (files.exists(path) && !files.isDirectory(path))) files.unlink(path);
  else if (files.isDirectory(path)) removeTree(files, path);
  else return false;
  return true;
}
