import { joinPaths } from '../../../python/posix-path.ts';
import type { FileTree } from './file-tree.ts';

/** A directory that `os.walk` comes by, and what is in it by name. */
export interface Walked {
  readonly path: string;
  /** Those that are taken out are not gone into. */
  readonly directories: string[];
  readonly files: readonly string[];
}

/** Python's `os.walk`: directories from above; links to directories are named, and not gone into. */
export function* walk(files: FileTree, path: string): Generator<Walked> {
  if (!files.isDirectory(path)) return;
  const names = files.list(path);
  const isDirectory = (name: string): boolean => files.isDirectory(joinPaths(path, name));
  const directories = names.filter(isDirectory);
  yield { path, directories, files: names.filter((name) => !isDirectory(name)) };
  for (const name of directories) {
    const inner = joinPaths(path, name);
    if (!files.isLink(inner)) yield* walk(files, inner);
  }
}
