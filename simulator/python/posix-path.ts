import { PyTypeError } from './type-error.ts';
import { typeName } from './type-name.ts';
import type { PyValue } from './value.ts';

/** @throws PyTypeError for what Python's `os.fspath` does not take for a path */
export function expectPath(value: PyValue): string {
  if (typeof value === 'string') return value;
  throw new PyTypeError(`expected str, bytes or os.PathLike object, not ${typeName(value)}`);
}

/** Python's `os.path.isabs`. */
export function isAbsolute(path: string): boolean {
  return path.startsWith('/');
}

/** Python's `os.path.split`: what stands before the last slash and what after it. */
export function splitPath(path: string): [head: string, tail: string] {
  const at = path.lastIndexOf('/') + 1;
  const head = path.slice(0, at);
  return [/^\/*$/.test(head) ? head : head.replace(/\/+$/, ''), path.slice(at)];
}

/** Python's `os.path.dirname`. */
export function dirname(path: string): string {
  return splitPath(path)[0];
}

/** Python's `os.path.basename`: an empty text where the path ends in a slash. */
export function basename(path: string): string {
  return splitPath(path)[1];
}

/** Python's `os.path.join`: an absolute part throws away all before it. */
export function joinPaths(first: string, ...rest: readonly string[]): string {
  return rest.reduce((path, part) => {
    if (isAbsolute(part)) return part;
    return path === '' || path.endsWith('/') ? path + part : `${path}/${part}`;
  }, first);
}

/** Python's `os.path.normpath`, which keeps two slashes at the begin, but not three. */
export function normalPath(path: string): string {
  if (path === '') return '.';
  const [slashes = ''] = /^\/*/.exec(path) ?? [];
  const root = slashes.length === 2 ? '//' : slashes.slice(0, 1);
  const parts: string[] = [];
  for (const part of path.split('/')) {
    if (part === '' || part === '.') continue;
    if (part !== '..' || (root === '' && (parts.length === 0 || parts.at(-1) === '..')))
      parts.push(part);
    else parts.pop();
  }
  return root + parts.join('/') || '.';
}

/** Python's `os.path.abspath` of a process that runs in the root directory. */
export function absolutePath(path: string): string {
  return normalPath(joinPaths('/', path));
}
