import { argument } from '../../../python/argument.ts';
import { isAbsolute } from '../../../python/posix-path.ts';
import { signature } from '../../../python/signature.ts';
import { dict, isTruthy } from '../../../python/value.ts';
import { OsError } from '../../minion/files/os-error.ts';
import type { ExecutionCall, ExecutionModule } from '../function.ts';
import { MinionError } from '../minion-error.ts';
import { checkPerms } from './check-perms.ts';
import { copyFile, copyInto, copyTree, moveTo } from './copy-files.ts';
import { pathArgument } from './path-argument.ts';
import { shownMode } from './mode.ts';
import { removeTree } from '../../minion/files/remove-tree.ts';

/** Functions of `file` that copy, rename and move (salt.modules.file). */
export const COPYING: ExecutionModule = {
  copy: {
    signature: signature('copy', ['src', 'dst'], { recurse: false, remove_existing: false }),
    doc: 'Copies a file with its owner and permissions, with recurse a directory and all in it.',
    run: copy,
  },
  rename: {
    signature: signature('rename', ['src', 'dst']),
    doc: 'Gives a file or a directory another path.',
    run: rename,
  },
  move: {
    signature: signature('move', ['src', 'dst'], { disallow_copy_and_unlink: false }),
    doc: 'Moves a file or a directory to another path, or into a directory.',
    run: (call) => {
      if (isTruthy(argument(call, 'disallow_copy_and_unlink'))) return rename(call);
      const [src, dst] = [pathArgument(call, 'src'), pathArgument(call, 'dst')];
      expectAbsolute(src, 'Source path');
      expectAbsolute(dst, 'Destination path');
      try {
        moveTo(call.memory.files, src, dst);
      } catch (error) {
        if (!(error instanceof OsError)) throw error;
        const text = `Unable to move '${src}' to '${dst}': ${error.message}`;
        throw new MinionError('CommandExecutionError', text);
      }
      return dict({ result: true, comment: `'${src}' moved to '${dst}'` });
    },
  },
};

function copy(call: ExecutionCall): boolean {
  const { files, accounts } = call.memory;
  const [src, dst] = [pathArgument(call, 'src'), pathArgument(call, 'dst')];
  expectAbsolute(src, 'File path');
  if (!files.exists(src))
    throw new MinionError('CommandExecutionError', `No such file or directory '${src}'`);
  const { uid, gid, mode } = files.stat(src);
  try {
    if (!files.isDirectory(dst) && !files.isDirectory(src)) copyFile(files, src, dst);
    else if (!isTruthy(argument(call, 'recurse')))
      throw new MinionError(
        'SaltInvocationError',
        'Cannot copy overwriting a directory without recurse flag set to true!',
      );
    else if (isTruthy(argument(call, 'remove_existing'))) {
      if (files.exists(dst)) removeTree(files, dst);
      copyTree(files, src, dst);
    } else copyInto(files, src, dst);
  } catch (error) {
    if (!(error instanceof OsError)) throw error;
    throw new MinionError('CommandExecutionError', `Could not copy '${src}' to '${dst}'`);
  }
  checkPerms(call.memory, null, {
    name: dst,
    user: accounts.userName(uid) ?? uid,
    group: accounts.groupName(gid) ?? gid,
    mode: shownMode(mode),
    followsLinks: false,
    test: false,
  });
  return true;
}

function rename(call: ExecutionCall): boolean {
  const [src, dst] = [pathArgument(call, 'src'), pathArgument(call, 'dst')];
  expectAbsolute(src, 'File path');
  try {
    call.memory.files.rename(src, dst);
  } catch (error) {
    if (!(error instanceof OsError)) throw error;
    throw new MinionError('CommandExecutionError', `Could not rename '${src}' to '${dst}'`);
  }
  return true;
}

function expectAbsolute(path: string, what: string): void {
  if (!isAbsolute(path)) throw new MinionError('SaltInvocationError', `${what} must be absolute.`);
}
