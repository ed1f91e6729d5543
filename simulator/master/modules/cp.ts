import { argument } from '../../python/argument.ts';
import { str } from '../../python/repr.ts';
import { signature } from '../../python/signature.ts';
import { dict, isTruthy } from '../../python/value.ts';
import type { ExecutionCall, ExecutionModule } from './function.ts';
import { BASE } from './state/high/state-files.ts';

/**
 * The `cp` module, as far as it shows what the master serves (salt.modules.cp; seen on 3006.28,
 * 3007.15 and 3008.3).
 */
export const cp: ExecutionModule = {
  envs: {
    signature: signature('envs'),
    doc: 'Answers the environments of the file server.',
    run: () => [BASE],
  },
  list_master: {
    signature: signature('list_master', [], { saltenv: null, prefix: '' }),
    doc: 'Answers the files that the master serves, sorted.',
    run: (call) => call.master.files.list(saltenvOf(call), str(argument(call, 'prefix'))),
  },
  list_master_dirs: {
    signature: signature('list_master_dirs', [], { saltenv: null, prefix: '' }),
    doc: 'Answers the directories of the files that the master serves, sorted.',
    run: (call) => call.master.files.directories(saltenvOf(call), str(argument(call, 'prefix'))),
  },
  list_master_symlinks: {
    signature: signature('list_master_symlinks', [], { saltenv: null, prefix: '' }),
    doc: 'Answers the symbolic links among the files that the master serves: none.',
    run: () => new Map(),
  },
  list_states: {
    signature: signature('list_states', [], { saltenv: null }),
    doc: 'Answers the names of the state files that the master serves, sorted.',
    run: (call) => {
      const files = call.master.files.list(saltenvOf(call));
      const states = files.filter((path) => path.endsWith('.sls'));
      return states
        .map((path) => path.replace(/(?:\/init)?\.sls$/, '').replaceAll('/', '.'))
        .toSorted();
    },
  },
  get_file_str: {
    signature: signature('get_file_str', ['path'], { saltenv: null }),
    doc: 'Answers what is in a file that the master serves; false where there is none.',
    run: (call) => {
      const { path, saltenv } = placeOf(call);
      return path === undefined ? false : (call.master.files.read(path, saltenv) ?? false);
    },
  },
  hash_file: {
    signature: signature('hash_file', ['path'], { saltenv: null }),
    doc: 'Answers the hash of a file that the master serves, and its kind.',
    run: (call) => {
      const { path, saltenv } = placeOf(call);
      const { hash_type } = call.master.config;
      const hsum =
        path === undefined ? undefined : call.master.files.hash(path, saltenv, hash_type);
      if (path === undefined) return [new Map(), null];
      return hsum === undefined ? '' : dict({ hash_type, hsum });
    },
  },
};

function saltenvOf(call: ExecutionCall): string {
  const saltenv = argument(call, 'saltenv');
  return isTruthy(saltenv) ? str(saltenv) : BASE;
}

/** Where a `salt://` address leads, which may name its environment. */
function placeOf(call: ExecutionCall): { path: string | undefined; saltenv: string } {
  const address = str(argument(call, 'path'));
  const [, path, named] = /^salt:\/\/([^?]*)(?:\?saltenv=(.*))?$/.exec(address) ?? [];
  return { path, saltenv: named ?? saltenvOf(call) };
}
