import { joinPaths } from '../../../python/posix-path.ts';
import type { FileTree } from './file-tree.ts';

/** Python's `shutil.rmtree`: takes a directory away with all in it. */
export function removeTree(files: FileTree, path: string): void {
  for (const name of files.list(path)) {
    const inner = joinPaths(path, name);
    if (files.lstat(inner).kind === 'directory') removeTree(files, inner);
    else files.unlink(inner);
  }
  files.rmdir(path);
}
