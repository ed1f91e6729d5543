import { createHash, getHashes } from 'node:crypto';
import { argument } from '../../../python/argument.ts';
import { str } from '../../../python/repr.ts';
import { signature } from '../../../python/signature.ts';
import { dict, isTruthy } from '../../../python/value.ts';
import { minionOptions } from '../../minion/minion-options.ts';
import { withKwargs } from '../../with-kwargs.ts';
import type { ExecutionCall, ExecutionModule } from '../function.ts';
import { MinionError } from '../minion-error.ts';
import { moduleNames } from '../sys/described.ts';

/** Modules that have another name than the file that provides them, by what provides them on Debian. */
const PROVIDERS: Readonly<Record<string, string>> = {
  cmd: 'cmdmod',
  pkg: 'aptpkg',
  service: 'systemd_service',
  sys: 'minion',
  user: 'useradd',
};

/**
 * The functions of the `test` module that tell of the minion itself, or call another function
 * (salt.modules.test; seen on 3006.28, 3007.15 and 3008.3).
 */
export const testSelf: ExecutionModule = {
  attr_call: {
    signature: signature('attr_call'),
    doc: 'Answers all grains, by way of another function.',
    run: ({ minion }) => minion.grains,
  },
  conf_test: {
    signature: signature('conf_test'),
    doc: 'Answers the option test.foo, which is not configured.',
    run: () => 'unconfigured',
  },
  cross_test: {
    signature: signature('cross_test', ['func'], { args: null }),
    doc: 'Runs another function and answers what it returns.',
    run: async (call) => {
      const args = argument(call, 'args');
      const result = await call.execute(
        str(argument(call, 'func')),
        Array.isArray(args) ? args : [],
      );
      return result?.value ?? null;
    },
  },
  deprecation_warning: {
    signature: signature('deprecation_warning'),
    doc: 'Answers true; the warning is for the log.',
    run: () => true,
  },
  get_opts: {
    signature: signature('get_opts'),
    doc: 'Answers the options of the minion.',
    run: ({ minion }) => minionOptions(minion),
  },
  opts_pkg: {
    signature: signature('opts_pkg'),
    doc: 'Answers the options of the minion with its grains.',
    run: ({ minion }) => minionOptions(minion).set('grains', minion.grains),
  },
  module_report: {
    signature: signature('module_report'),
    doc: 'Answers the names of all functions and modules.',
    run: (call) => dict({ functions: namesOf(call), modules: moduleNames(call.functions(), []) }),
  },
  not_loaded: {
    signature: signature('not_loaded'),
    doc: 'Answers the modules that could not be loaded: none.',
    run: () => [],
  },
  provider: {
    signature: signature('provider', ['module']),
    doc: 'Answers the file that provides a module, an empty text where there is none.',
    run: (call) => {
      const module = str(argument(call, 'module'));
      return moduleNames(call.functions(), []).includes(module)
        ? (PROVIDERS[module] ?? module)
        : '';
    },
  },
  providers: {
    signature: signature('providers'),
    doc: 'Answers all modules by the file that provides them.',
    run: (call) =>
      new Map(moduleNames(call.functions(), []).map((name) => [PROVIDERS[name] ?? name, name])),
  },
  rand_sleep: {
    signature: signature('rand_sleep', [], { max: 60 }),
    doc: 'Answers true after a part of so many seconds.',
    run: async (call) => {
      const most = Number(argument(call, 'max'));
      await call.clock.timer(most / 2).passed;
      return true;
    },
  },
  rand_str: randomHash('rand_str'),
  random_hash: randomHash('random_hash'),
  try: {
    signature: signature('try_', ['module'], { return_try_exception: false }, { kwargs: true }),
    doc: 'Runs another function with the other keyword arguments and answers what it returns, null where it fails.',
    run: async (call) => {
      const arg = withKwargs([], call.arguments.kwargs);
      const result = await call.execute(str(argument(call, 'module')), arg);
      return result?.failed === undefined ? (result?.value ?? null) : null;
    },
  },
  tty: {
    signature: signature('tty', [], {}, { varargs: true, kwargs: true }),
    doc: 'Says that the function is elsewhere now.',
    run: () => {
      throw new MinionError('CommandExecutionError', 'This function has been moved to cmd.tty');
    },
  },
  versions: {
    signature: signature('versions'),
    doc: 'Answers the versions of Salt and Python as text.',
    run: versionsText,
  },
  versions_report: {
    signature: signature('versions_report'),
    doc: 'Answers the versions of Salt and Python as text.',
    run: versionsText,
  },
  versions_information: {
    signature: signature('versions_information'),
    doc: 'Answers the versions of Salt and Python.',
    run: ({ master }) =>
      dict({
        'Salt Version': dict({ Salt: master.profile.version }),
        'Python Version': dict({ Python: PYTHON }),
        'Dependency Versions': new Map(),
        'Salt Extensions': new Map(),
        'System Versions': new Map(),
      }),
  },
};

/** The Python that a simulated minion says it runs on. */
const PYTHON = '3.11.2 (main, Jan 01 2026, 00:00:00) [GCC 12.2.0]';

function versionsText({ master }: ExecutionCall): string {
  return `Salt Version:\n          Salt: ${master.profile.version}\n \nPython Version:\n        Python: ${PYTHON}\n`;
}

/** The hash of a random number from 0 up to the size, both included. */
function randomHash(name: string): ExecutionModule[string] {
  return {
    signature: signature(name, [], { size: 9_999_999_999, hash_type: null }),
    doc: 'Answers the hash of a random number up to the size.',
    run: (call) => {
      const asked = argument(call, 'hash_type');
      const hashType = isTruthy(asked) ? str(asked) : call.master.config.hash_type;
      if (!getHashes().includes(hashType)) {
        const text = `module 'hashlib' has no attribute '${hashType}'`;
        throw new MinionError('Exception', text, 'AttributeError');
      }
      const size = Number(argument(call, 'size'));
      const number = parseInt(call.master.random.hex(6), 16) % (size + 1);
      return createHash(hashType).update(String(number)).digest('hex');
    },
  };
}

function namesOf(call: ExecutionCall): string[] {
  return call.functions().map(([name]) => name);
}
