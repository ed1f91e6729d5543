import { dirname } from '../../../python/posix-path.ts';
import type { FileTree } from './file-tree.ts';

/** Python's `os.makedirs`: makes a directory that is not there, and those above it that are not. */
export function makeDirs(files: FileTree, path: string): void {
  const above = dirname(path.replace(/(?<=.)\/+$/, ''));
  if (above !== '' && !files.exists(above)) makeDirs(files, above);
  files.mkdir(path);
}
