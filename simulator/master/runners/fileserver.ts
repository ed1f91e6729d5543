import { argument } from '../../python/argument.ts';
import { str } from '../../python/repr.ts';
import { signature } from '../../python/signature.ts';
import { dict, isTruthy, type PyValue } from '../../python/value.ts';
import type { MasterCall, MasterFunction, MasterModule } from '../clients/master-function.ts';
import { BASE } from '../modules/state/high/state-files.ts';

/** The only back end that there is: files of the master's own. */
const BACKEND = 'roots';

/**
 * The `fileserver` runner: the files that the master serves to its minions (salt.runners.fileserver;
 * seen on 3006.28, 3007.15 and 3008.3).
 */
export const fileserver: MasterModule = {
  envs: {
    signature: signature('envs', [], { backend: null, sources: false }),
    doc: 'Answers the environments there are; with sources the back ends instead.',
    run: (call) => {
      if (isTruthy(argument(call, 'sources'))) return isMeant(call) ? [BACKEND] : [];
      return isMeant(call) ? [BASE] : [];
    },
  },
  file_list: listing('file_list', 'Answers the files of an environment, sorted.', (call, saltenv) =>
    call.master.files.list(saltenv),
  ),
  dir_list: listing(
    'dir_list',
    'Answers the directories of an environment, sorted.',
    (call, saltenv) => call.master.files.directories(saltenv),
  ),
  empty_dir_list: listing(
    'empty_dir_list',
    'Answers the directories of an environment that have no files: none.',
    () => [],
  ),
  symlink_list: {
    signature: signature('symlink_list', [], { saltenv: BASE, backend: null }),
    doc: 'Answers the symbolic links of an environment: none.',
    run: () => new Map(),
  },
  update: {
    signature: signature('update', [], { backend: null }, { kwargs: true }),
    doc: 'Has the back ends fetch what is new, which files of the master itself never are.',
    run: () => true,
  },
  clear_file_list_cache: {
    signature: signature('clear_file_list_cache', [], { saltenv: null, backend: null }),
    doc: 'Forgets the lists of files, and answers by back end of which environments.',
    run: (call) => {
      const saltenv = argument(call, 'saltenv');
      const asked = Array.isArray(saltenv) ? saltenv.map(str) : str(saltenv).split(',');
      const isBase = saltenv === null || asked.some((name) => name.trim() === BASE);
      return isMeant(call) && isBase && call.master.files.forgetLists()
        ? dict({ [BACKEND]: [BASE] })
        : new Map();
    },
  },
  clear_cache: nothing('clear_cache', { backend: null }, 'No cache was cleared'),
  clear_lock: nothing('clear_lock', { backend: null, remote: null }, 'No locks were removed'),
  lock: nothing('lock', { backend: null, remote: null }, 'No locks were set'),
};

function listing(
  name: string,
  doc: string,
  list: (call: MasterCall, saltenv: string) => PyValue,
): MasterFunction {
  return {
    signature: signature(name, [], { saltenv: BASE, backend: null }),
    doc,
    run: (call) => (isMeant(call) ? list(call, str(argument(call, 'saltenv'))) : []),
  };
}

/** A function of back ends that keep what they fetched, which files of the master itself need not. */
function nothing(name: string, optional: Record<string, PyValue>, answer: string): MasterFunction {
  return {
    signature: signature(name, [], optional),
    doc: `Says that there is nothing to do: ${answer.toLowerCase()}.`,
    run: () => answer,
  };
}

/** Whether a call is about the back end that there is: names with a minus are left out where all have one. */
function isMeant(call: MasterCall): boolean {
  const backend = argument(call, 'backend');
  if (!isTruthy(backend)) return true;
  const names = (Array.isArray(backend) ? backend.map(str) : str(backend).split(',')).map((name) =>
    name.trim(),
  );
  if (names.every((name) => name.startsWith('-'))) return !names.includes(`-${BACKEND}`);
  return names.includes(BACKEND);
}
