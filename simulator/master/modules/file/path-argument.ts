import { argument } from '../../../python/argument.ts';
import { expectPath } from '../../../python/posix-path.ts';
import { str } from '../../../python/repr.ts';
import { PyTypeError } from '../../../python/type-error.ts';
import type { PyValue } from '../../../python/value.ts';
import type { MachineFiles } from '../../minion/files/machine-files.ts';
import type { ExecutionCall } from '../function.ts';

/** An argument that names a path: `~` stands for the home of root, `~name` for that of a user. */
export function pathArgument(call: ExecutionCall, name = 'path'): string {
  return expandUser(call.memory, argument(call, name));
}

/** Python's `os.path.expanduser`. */
export function expandUser({ accounts }: MachineFiles, value: PyValue): string {
  const path = expectPath(value);
  const [tilde, name] = /^~([^/]*)/.exec(path) ?? [];
  if (tilde === undefined) return path;
  const home = accounts.user(name === '' || name === undefined ? 'root' : name)?.home;
  if (home === undefined) return path;
  return home.replace(/\/+$/, '') + path.slice(tilde.length) || '/';
}

/** @throws PyTypeError for what Salt does not open a file by */
export function expectOpenable(value: PyValue): string {
  if ([0, 1, 2, false, true].some((number) => number === value))
    throw new PyTypeError(`${str(value)} is not a permitted file descriptor`);
  return expectPath(value);
}
