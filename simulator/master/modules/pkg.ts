import { argument } from '../../python/argument.ts';
import { compareCodePoints } from '../../python/compare.ts';
import { str } from '../../python/repr.ts';
import { signature } from '../../python/signature.ts';
import { dict, isDict, isTruthy, type PyDict, type PyValue } from '../../python/value.ts';
import type { ExecutionCall, ExecutionFunction, ExecutionModule } from './function.ts';

const KWARGS = { kwargs: true };
const ANYTHING = { varargs: true, kwargs: true };

/** The version of whatever is installed without naming one. */
const NEWEST = '1.0-1';

/**
 * The `pkg` module: a few packages that every Linux machine has, and what is installed beside them
 * (salt.modules.pkg; seen on 3006.28, 3007.15 and 3008.3).
 */
export const pkg: ExecutionModule = {
  list_pkgs: {
    signature: signature(
      'list_pkgs',
      [],
      { versions_as_list: false, removed: false, purge_desired: false },
      KWARGS,
    ),
    doc: 'Answers the installed packages with their versions.',
    run: (call) => {
      const sorted = [...call.memory.packages].toSorted(([a], [b]) => compareCodePoints(a, b));
      const asLists = isTruthy(argument(call, 'versions_as_list'));
      return new Map(sorted.map(([name, version]) => [name, asLists ? [version] : version]));
    },
  },
  version: {
    signature: signature('version', [], {}, ANYTHING),
    doc: 'Answers the installed version of a package, an empty text where there is none; of several by name.',
    run: (call) => ofNames(call, (name) => call.memory.packages.get(name) ?? ''),
  },
  latest_version: {
    signature: signature('latest_version', [], {}, ANYTHING),
    doc: 'Answers that there is nothing newer than what is installed: an empty text.',
    run: (call) => ofNames(call, () => ''),
  },
  list_upgrades: {
    signature: signature('list_upgrades', [], { refresh: true, dist_upgrade: true }, KWARGS),
    doc: 'Answers the packages of which there is something newer: none.',
    run: () => new Map(),
  },
  upgrade_available: {
    signature: signature('upgrade_available', ['name'], {}, KWARGS),
    doc: 'Answers whether there is something newer of a package: no.',
    run: () => false,
  },
  refresh_db: {
    signature: signature('refresh_db', [], { cache_valid_time: 0, failhard: false }, KWARGS),
    doc: 'Has the minion look for new packages; it knows no sources.',
    run: () => new Map(),
  },
  install: {
    signature: signature(
      'install',
      [],
      {
        name: null,
        refresh: false,
        fromrepo: null,
        skip_verify: false,
        debconf: null,
        pkgs: null,
        sources: null,
        reinstall: false,
        downloadonly: false,
        ignore_epoch: false,
        normalize: true,
      },
      KWARGS,
    ),
    doc: 'Installs packages and answers what changed.',
    run: install,
  },
  remove: removing('remove', 'Removes packages and answers what changed.'),
  purge: removing('purge', 'Removes packages and their settings and answers what changed.'),
};

function ofNames(call: ExecutionCall, answer: (name: string) => string): PyValue {
  const names = call.arguments.varargs.map(str);
  const [only] = names;
  if (names.length === 1 && only !== undefined) return answer(only);
  return names.length === 0 ? '' : new Map(names.map((name) => [name, answer(name)]));
}

/** The packages that a call names: in a text with commas, or in a list of names and of names with versions. */
function wanted(call: ExecutionCall): [string, string][] {
  const version = call.arguments.kwargs.get('version') ?? null;
  const pkgs = argument(call, 'pkgs');
  if (!Array.isArray(pkgs))
    return str(argument(call, 'name') ?? '')
      .split(',')
      .filter((name) => name !== '')
      .map((name) => [name, version === null ? NEWEST : str(version)]);
  return pkgs.flatMap((entry) =>
    isDict(entry)
      ? [...entry].map(([name, asked]): [string, string] => [str(name), str(asked)])
      : [[str(entry), NEWEST] satisfies [string, string]],
  );
}

function install(call: ExecutionCall): PyDict {
  const { packages } = call.memory;
  const changes: PyDict = new Map();
  for (const [name, asked] of wanted(call)) {
    const old = packages.get(name);
    const isSatisfied = old !== undefined && (asked === NEWEST || asked === old);
    if (isSatisfied) continue;
    packages.set(name, asked);
    changes.set(name, dict({ old: old ?? '', new: asked }));
  }
  return changes;
}

function removing(name: string, doc: string): ExecutionFunction {
  return {
    signature: signature(name, [], { name: null, pkgs: null }, KWARGS),
    doc,
    run: (call) => {
      const changes: PyDict = new Map();
      for (const [wantedName] of wanted(call)) {
        const old = call.memory.packages.get(wantedName);
        if (old === undefined) continue;
        call.memory.packages.delete(wantedName);
        changes.set(wantedName, dict({ old, new: '' }));
      }
      return changes;
    },
  };
}
