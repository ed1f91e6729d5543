import { argument } from '../../../python/argument.ts';
import { isAbsolute } from '../../../python/posix-path.ts';
import { signature } from '../../../python/signature.ts';
import { dict, isTruthy, type PyValue } from '../../../python/value.ts';
import { OsError } from '../../minion/files/os-error.ts';
import type { ExecutionCall, ExecutionModule } from '../function.ts';
import { MinionError } from '../minion-error.ts';
import { makeDirectory, makeParents, makeWithPerms } from './make-directories.ts';
import { pathArgument } from './path-argument.ts';
import { removeDirectories } from './remove-directories.ts';
import { removePath } from './remove-path.ts';

/** Functions of `file` that make, list and take away directories, or anything (salt.modules.file). */
export const DIRECTORIES: ExecutionModule = {
  mkdir: {
    signature: signature('mkdir', ['dir_path'], { user: null, group: null, mode: null }),
    doc: 'Makes a directory and those above it, where they are not there.',
    run: (call) => {
      makeDirectory(call.memory, pathArgument(call, 'dir_path'), ownership(call));
      return true;
    },
  },
  makedirs: {
    signature: signature('makedirs_', ['path'], { user: null, group: null, mode: null }),
    doc: 'Makes the directory that a path is in; answers a text where it is there already.',
    run: (call) => makeParents(call.memory, pathArgument(call), ownership(call)),
  },
  makedirs_perms: {
    signature: signature('makedirs_perms', ['name'], { user: null, group: null, mode: '0755' }),
    doc: 'Makes a directory that is not there and those above it, all with owner and permissions.',
    run: (call) => {
      makeWithPerms(call.memory, pathArgument(call, 'name'), ownership(call));
      return null;
    },
  },
  readdir: {
    signature: signature('readdir', ['path']),
    doc: 'Answers the names in a directory, with . and .. before them.',
    run: (call) => ['.', '..', ...call.memory.files.list(expectDirectory(call, 'Dir path'))],
  },
  rmdir: {
    signature: signature('rmdir', ['path'], { recurse: false, verbose: false, older_than: null }),
    doc: 'Takes an empty directory away, with recurse also those in it; answers whether it could.',
    run: (call) => {
      const path = expectDirectory(call, 'File path');
      const { deleted, errors, result } = removeDirectories(
        call,
        path,
        isTruthy(argument(call, 'recurse')),
        argument(call, 'older_than'),
      );
      return isTruthy(argument(call, 'verbose')) ? dict({ deleted, errors, result }) : result;
    },
  },
  remove: {
    signature: signature('remove', ['path'], {}, { kwargs: true }),
    doc: 'Takes a file or a directory with all in it away; answers whether there was one.',
    run: (call) => {
      const path = pathArgument(call);
      if (!isAbsolute(path))
        throw new MinionError('SaltInvocationError', `File path must be absolute: ${path}`);
      try {
        return removePath(call.memory.files, path);
      } catch (error) {
        if (!(error instanceof OsError)) throw error;
        const text = `Could not remove '${path}': ${error.message}`;
        throw new MinionError('CommandExecutionError', text);
      }
    },
  },
};

function ownership(call: ExecutionCall): Record<'user' | 'group' | 'mode', PyValue> {
  return {
    user: argument(call, 'user'),
    group: argument(call, 'group'),
    mode: argument(call, 'mode'),
  };
}

function expectDirectory(call: ExecutionCall, what: 'Dir path' | 'File path'): string {
  const path = pathArgument(call);
  if (!isAbsolute(path)) throw new MinionError('SaltInvocationError', `${what} must be absolute.`);
  if (call.memory.files.isDirectory(path)) return path;
  const text = `A valid directory was not specified: ${path}`;
  throw new MinionError('SaltInvocationError', text);
}
