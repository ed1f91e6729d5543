import { argument } from '../../../python/argument.ts';
import { isAbsolute } from '../../../python/posix-path.ts';
import { signature } from '../../../python/signature.ts';
import { PyTypeError } from '../../../python/type-error.ts';
import { typeName } from '../../../python/type-name.ts';
import { isDict, PyFloat, type PyValue } from '../../../python/value.ts';
import type { FileTree } from '../../minion/files/file-tree.ts';
import { glob } from '../../minion/files/glob.ts';
import type { ExecutionCall, ExecutionFunction, ExecutionModule } from '../function.ts';
import { MinionError } from '../minion-error.ts';
import { pathArgument } from './path-argument.ts';

/** Permissions that `file.access` is asked for, and their numbers. */
const MODES = { f: 0, r: 4, w: 2, x: 1 } as const;

/** Functions of `file` that answer whether there is something at a path (salt.modules.file). */
export const ASK_PATHS: ExecutionModule = {
  file_exists: asking('file_exists', 'Answers whether there is a file at a path.', (files, path) =>
    files.isFile(path),
  ),
  directory_exists: asking(
    'directory_exists',
    'Answers whether there is a directory at a path.',
    (files, path) => files.isDirectory(path),
  ),
  path_exists_glob: asking(
    'path_exists_glob',
    'Answers whether there is anything that a glob matches.',
    (files, path) => glob(files, path).length > 0,
  ),
  access: {
    signature: signature('access', ['path', 'mode']),
    doc: 'Answers whether a path is there (f), or can be read (r), written (w) or executed (x); root may read and write all.',
    run: (call) => {
      const path = pathArgument(call);
      if (!isAbsolute(path))
        throw new MinionError('SaltInvocationError', 'Path to link must be absolute.');
      return mayAccess(call, path, accessMode(argument(call, 'mode')));
    },
  },
};

function asking(
  name: string,
  doc: string,
  answer: (files: FileTree, path: string) => boolean,
): ExecutionFunction {
  return {
    signature: signature(name, ['path']),
    doc,
    run: (call) => answer(call.memory.files, pathArgument(call)),
  };
}

function accessMode(mode: PyValue): number {
  if (Array.isArray(mode) || isDict(mode))
    throw new PyTypeError(`unhashable type: '${typeName(mode)}'`);
  const named = typeof mode === 'string' && Object.hasOwn(MODES, mode);
  if (named) return MODES[mode as keyof typeof MODES];
  const number = Number(mode instanceof PyFloat ? mode.value : mode);
  if (typeof mode === 'string' || mode === null || ![0, 1, 2, 4].includes(number))
    throw new MinionError('SaltInvocationError', 'Invalid mode specified.');
  if (mode instanceof PyFloat)
    throw new PyTypeError("'float' object cannot be interpreted as an integer");
  return number;
}

function mayAccess({ memory: { files } }: ExecutionCall, path: string, mode: number): boolean {
  if (!files.exists(path)) return false;
  const inode = files.stat(path);
  return mode !== MODES.x || inode.kind === 'directory' || (inode.mode & 0o111) !== 0;
}
