import { basename, joinPaths, normalPath } from '../../../python/posix-path.ts';
import type { FileTree } from '../../minion/files/file-tree.ts';
import { OsError } from '../../minion/files/os-error.ts';
import { walk } from '../../minion/files/walk.ts';
import { removeTree } from '../../minion/files/remove-tree.ts';
import { makeDirs } from '../../minion/files/make-dirs.ts';

/** Python's `shutil.copyfile`: the content alone. */
export function copyFile(files: FileTree, source: string, path: string): void {
  if (files.exists(path) && files.stat(source) === files.stat(path))
    throw new ShutilError(`'${source}' and '${path}' are the same file`);
  files.write(path, files.read(source));
}

/** Python's `shutil.copytree` to where nothing is: contents, permissions and times; links are followed. */
export function copyTree(files: FileTree, source: string, path: string): void {
  const names = files.list(source);
  makeDirs(files, path);
  for (const name of names) {
    const [from, to] = [joinPaths(source, name), joinPaths(path, name)];
    if (files.isDirectory(from)) copyTree(files, from, to);
    else copyWithStats(files, from, to);
  }
  copyStats(files, source, path);
}

/** What Salt makes of `cp -r`: contents alone, into directories that may be there. */
export function copyInto(files: FileTree, source: string, path: string): void {
  const walked = [...walk(files, source)];
  for (const { path: root, files: names } of walked) {
    const below = root.replaceAll(source, '').replace(/^\/+/, '');
    const target = joinPaths(path, below);
    if (!files.exists(target)) makeDirs(files, target.replace(/(?<=.)\/+$/, ''));
    for (const name of names)
      copyFile(files, joinPaths(source, below, name), joinPaths(target, name));
  }
}

/** Python's `shutil.move`, which copies where renaming fails. */
export function moveTo(files: FileTree, source: string, path: string): void {
  const isInto = files.isDirectory(path);
  const target = isInto ? joinPaths(path, basename(source.replace(/\/+$/, ''))) : path;
  if (isInto && files.exists(target))
    throw new ShutilError(`Destination path '${target}' already exists`);
  try {
    files.rename(source, target);
  } catch (error) {
    if (!(error instanceof OsError)) throw error;
    if (!files.isDirectory(source)) {
      copyWithStats(files, source, target);
      files.unlink(source);
    } else if (`${normalPath(target)}/`.startsWith(`${normalPath(source)}/`))
      throw new ShutilError(`Cannot move a directory '${source}' into itself '${path}'.`);
    else {
      copyTree(files, source, target);
      removeTree(files, source);
    }
  }
}

/** Python's `shutil.Error`, which has no number. */
class ShutilError extends OsError {
  constructor(message: string) {
    super('EINVAL');
    this.message = message;
  }
}

function copyWithStats(files: FileTree, source: string, path: string): void {
  copyFile(files, source, path);
  copyStats(files, source, path);
}

function copyStats(files: FileTree, source: string, path: string): void {
  const { mode, atime, mtime } = files.stat(source);
  files.chmod(path, mode);
  files.touch(path, { atime, mtime });
}
