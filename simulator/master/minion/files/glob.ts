import { fnmatch } from '../../../python/fnmatch.ts';
import { joinPaths, splitPath } from '../../../python/posix-path.ts';
import type { FileTree } from './file-tree.ts';

/** Python's `glob.glob`: the paths that are there; a name with a dot in front has to be asked for by one. */
export function glob(files: FileTree, pattern: string): string[] {
  if (!hasMagic(pattern)) return isThere(files, pattern) ? [pattern] : [];
  const [head, tail] = splitPath(pattern);
  const directories =
    head !== '' && head !== pattern && hasMagic(head) ? glob(files, head) : [head];
  return directories.flatMap((directory) => {
    const shown = (name: string): string => (directory === '' ? name : joinPaths(directory, name));
    if (!hasMagic(tail)) return files.lexists(shown(tail)) ? [shown(tail)] : [];
    const place = directory === '' ? '.' : directory;
    if (!files.isDirectory(place)) return [];
    return files
      .list(place)
      .filter((name) => fnmatch(name, tail) && (tail.startsWith('.') || !name.startsWith('.')))
      .map(shown);
  });
}

function isThere(files: FileTree, path: string): boolean {
  return splitPath(path)[1] === '' ? files.isDirectory(splitPath(path)[0]) : files.lexists(path);
}

function hasMagic(text: string): boolean {
  return /[*?[]/.test(text);
}
