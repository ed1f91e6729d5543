import { argument } from '../../../python/argument.ts';
import {
  dirname,
  expectPath,
  isAbsolute,
  joinPaths,
  normalPath,
} from '../../../python/posix-path.ts';
import { signature } from '../../../python/signature.ts';
import { PyTypeError } from '../../../python/type-error.ts';
import { typeName } from '../../../python/type-name.ts';
import { isTruthy } from '../../../python/value.ts';
import { linksTo } from '../../minion/files/inode.ts';
import { OsError } from '../../minion/files/os-error.ts';
import type { ExecutionCall, ExecutionModule } from '../function.ts';
import { MinionError } from '../minion-error.ts';
import { pathArgument } from './path-argument.ts';

/** Functions of `file` that make and read links (salt.modules.file). */
export const LINKS: ExecutionModule = {
  symlink: {
    signature: signature('symlink', ['src', 'path'], {
      force: false,
      atomic: false,
      follow_symlinks: true,
    }),
    doc: 'Makes a symbolic link; one that is there stays, unless it leads elsewhere and force or atomic is given.',
    run: symlink,
  },
  readlink: {
    signature: signature('readlink', ['path'], { canonicalize: false }),
    doc: 'Answers where a symbolic link leads.',
    run: (call) => {
      const path = pathArgument(call);
      if (!isAbsolute(path))
        throw new MinionError('SaltInvocationError', `Path to link must be absolute: ${path}`);
      const { files } = call.memory;
      if (!files.isLink(path))
        throw new MinionError('SaltInvocationError', `A valid link was not specified: ${path}`);
      return isTruthy(argument(call, 'canonicalize')) ? files.realpath(path) : files.readlink(path);
    },
  },
  is_link: {
    signature: signature('is_link', ['path'], { nostat: false }),
    doc: 'Answers whether there is a symbolic link at a path.',
    run: (call) => {
      const { files } = call.memory;
      if (!isTruthy(argument(call, 'nostat'))) return files.isLink(pathArgument(call));
      const path = expectPath(argument(call, 'path'));
      const directory = dirname(path);
      const isListed = files.list(directory).some((name) => joinPaths(directory, name) === path);
      return isListed && files.isLink(path);
    },
  },
  link: {
    signature: signature('link', ['src', 'path']),
    doc: 'Makes a second name for a file.',
    run: (call) => {
      const src = pathArgument(call, 'src');
      if (!isAbsolute(src))
        throw new MinionError('SaltInvocationError', 'File path must be absolute.');
      const path = expectPath(argument(call, 'path'));
      try {
        call.memory.files.link(src, path);
      } catch (error) {
        if (!(error instanceof OsError)) throw error;
        const text = `Could not create '${path}': ${error.message}`;
        throw new MinionError('CommandExecutionError', text);
      }
      return true;
    },
  },
  is_hardlink: {
    signature: signature('is_hardlink', ['path']),
    doc: 'Answers whether a file has more than one name, an empty dict where there is none.',
    run: (call) => {
      const path = pathArgument(call);
      if (!isAbsolute(path))
        throw new MinionError('SaltInvocationError', 'Path to file must be absolute.');
      const { files } = call.memory;
      return files.lexists(path) ? linksTo(files.lstat(path)) > 1 : new Map();
    },
  },
};

function symlink(call: ExecutionCall): boolean {
  const { files } = call.memory;
  const path = pathArgument(call);
  const isForced = isTruthy(argument(call, 'force'));
  const isAtomic = isTruthy(argument(call, 'atomic'));
  const follows = isTruthy(argument(call, 'follow_symlinks') ?? true);
  const isThere = (): boolean => (follows ? files.exists(path) : files.lexists(path));
  if (!isAbsolute(path))
    throw new MinionError('SaltInvocationError', `Link path must be absolute: ${path}`);
  const src = argument(call, 'src');
  if (typeof src !== 'string')
    throw new PyTypeError(
      `symlink: src should be string, bytes or os.PathLike, not ${typeName(src)}`,
    );
  if (files.isLink(path)) {
    if (normalPath(files.readlink(path)) === normalPath(src)) return true;
    if (!isForced && !isAtomic) throw refuse(`Found existing symlink: ${path}`);
  }
  if (isThere() && !isForced && !isAtomic) throw refuse(`Existing path is not a symlink: ${path}`);
  const isReplaced = isAtomic || files.isLink(path) || isThere();
  if (isReplaced && isForced && !isAtomic) files.unlink(path);
  try {
    if (isAtomic && files.lexists(path)) files.unlink(path);
    files.symlink(src, path);
  } catch (error) {
    if (!(error instanceof OsError)) throw error;
    throw refuse(`Could not create '${path}'`);
  }
  return true;
}

function refuse(text: string): MinionError {
  return new MinionError('CommandExecutionError', text);
}
