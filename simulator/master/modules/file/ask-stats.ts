import { argument } from '../../../python/argument.ts';
import { isAbsolute } from '../../../python/posix-path.ts';
import { signature } from '../../../python/signature.ts';
import { isTruthy, type PyValue } from '../../../python/value.ts';
import type { ExecutionCall, ExecutionFunction, ExecutionModule } from '../function.ts';
import { MinionError } from '../minion-error.ts';
import { hashOf, hasHash } from './hash.ts';
import { pathArgument } from './path-argument.ts';
import { lstatOf, statsOf } from './stats.ts';

/** Functions of `file` that tell of a file what is not its content (salt.modules.file). */
export const ASK_STATS: ExecutionModule = {
  stats: {
    signature: signature('stats', ['path'], { hash_type: null, follow_symlinks: true }),
    doc: 'Answers inode, owner, times, size, mode, type and target of a path.',
    run: (call) => stats(call, argument(call, 'hash_type')),
  },
  lstat: {
    signature: signature('lstat', ['path']),
    doc: 'Answers what the system call lstat does of a path, an empty dict where nothing is there.',
    run: (call) => {
      const path = pathArgument(call);
      if (!isAbsolute(path))
        throw new MinionError('SaltInvocationError', 'Path to file must be absolute.');
      const { files } = call.memory;
      return files.lexists(path) ? lstatOf(files.lstat(path)) : new Map();
    },
  },
  get_uid: telling('get_uid', 'uid', 'Answers the number of the user that a path belongs to.'),
  get_user: telling('get_user', 'user', 'Answers the user that a path belongs to.'),
  get_gid: telling('get_gid', 'gid', 'Answers the number of the group that a path belongs to.'),
  get_group: telling('get_group', 'group', 'Answers the group that a path belongs to.'),
  get_mode: telling('get_mode', 'mode', 'Answers the permissions of a path, as 0644.'),
  get_hash: {
    signature: signature('get_hash', ['path'], { form: 'sha256', chunk_size: 65_536 }),
    doc: 'Answers the hash of a file.',
    run: (call) => hashOf(call.memory.files, pathArgument(call), argument(call, 'form')),
  },
  get_sum: {
    signature: signature('get_sum', ['path'], { form: 'sha256' }),
    doc: 'Answers the hash of a file, or that it is not found.',
    run: (call) => {
      const path = pathArgument(call);
      const { files } = call.memory;
      return files.isFile(path) ? hashOf(files, path, argument(call, 'form')) : 'File not found';
    },
  },
  check_hash: {
    signature: signature('check_hash', ['path', 'file_hash']),
    doc: 'Answers whether a file has a hash, whose name may stand in front.',
    run: (call) => {
      const path = pathArgument(call);
      return hasHash(call.memory.files, path, argument(call, 'file_hash'));
    },
  },
};

function stats(call: ExecutionCall, hashType: PyValue) {
  return statsOf(call.memory, pathArgument(call), {
    hashType,
    followsLinks: isTruthy(argument(call, 'follow_symlinks')),
    resolvesAll: call.master.profile.resolvesUnfollowedLinks,
  });
}

/** One of the figures of `file.stats`. */
function telling(name: string, key: string, doc: string): ExecutionFunction {
  return {
    signature: signature(name, ['path'], { follow_symlinks: true }),
    doc,
    run: (call) => stats(call, null).get(key) ?? null,
  };
}
