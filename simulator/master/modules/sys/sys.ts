import { argspec } from '../../../python/argspec.ts';
import { argument } from '../../../python/argument.ts';
import { signature, type Signature } from '../../../python/signature.ts';
import type { PyDict, PyValue } from '../../../python/value.ts';
import { docstring } from '../../docstring.ts';
import { runnersOf } from '../../runners/runners.ts';
import type { ExecutionCall, ExecutionModule } from '../function.ts';
import { isModule, isOfModule, modulesOf, namesLike } from './names-like.ts';

const VARARGS = { varargs: true };
const ANYTHING = { varargs: true, kwargs: true };

/** A function as `sys` tells of it. */
interface Described {
  readonly signature: Signature;
  readonly doc: string;
}

/**
 * The `sys` module, as far as it tells which functions a minion and its master's runners have
 * (salt.modules.sysmod; seen on 3006.28, 3007.15 and 3008.3).
 */
export const sys: ExecutionModule = {
  list_functions: {
    signature: signature('list_functions', [], {}, ANYTHING),
    doc: 'Answers the names of all functions, or of those of the named modules.',
    run: (call) => namesLike(namesOf(call.functions()), call.arguments.varargs),
  },
  list_modules: {
    signature: signature('list_modules', [], {}, VARARGS),
    doc: 'Answers the names of all modules, or of those that a glob matches.',
    run: (call) =>
      namesLike(modulesOf(namesOf(call.functions())), call.arguments.varargs, isModule),
  },
  argspec: {
    signature: signature('argspec', [], { module: '' }),
    doc: 'Answers the parameters of the functions of a module, or of one function.',
    run: (call) => argspecs(call.functions(), argument(call, 'module')),
  },
  doc: {
    signature: signature('doc', [], {}, VARARGS),
    doc: 'Answers the documentation of the named functions, or of those of the named modules.',
    run: (call) => docs(call.functions(), call.arguments.varargs),
  },
  list_runners: {
    signature: signature('list_runners', [], {}, VARARGS),
    doc: 'Answers the names of the runners, or of those that a glob matches.',
    run: (call) => namesLike(modulesOf(namesOf(runners(call))), call.arguments.varargs, isModule),
  },
  list_runner_functions: {
    signature: signature('list_runner_functions', [], {}, ANYTHING),
    doc: 'Answers the names of the functions of runners.',
    run: (call) => namesLike(namesOf(runners(call)), call.arguments.varargs),
  },
  runner_argspec: {
    signature: signature('runner_argspec', [], { module: '' }),
    doc: 'Answers the parameters of the functions of a runner.',
    run: (call) => argspecs(runners(call), argument(call, 'module')),
  },
  runner_doc: {
    signature: signature('runner_doc', [], {}, VARARGS),
    doc: 'Answers the documentation of the functions of runners.',
    run: (call) => docs(runners(call), call.arguments.varargs),
  },
  reload_modules: {
    signature: signature('reload_modules', [], { initial_load: false, context: null }),
    doc: 'Has the minion load its modules anew.',
    run: () => null,
  },
};

/** The functions of the master's runners, sorted. */
function runners({ master }: ExecutionCall): (readonly [string, Described])[] {
  return [...runnersOf(master)].toSorted(([a], [b]) => (a < b ? -1 : 1));
}

function namesOf(functions: readonly (readonly [string, Described])[]): string[] {
  return functions.map(([name]) => name);
}

function argspecs(functions: readonly (readonly [string, Described])[], module: PyValue): PyDict {
  const patterns = module === '' ? [] : [module];
  const meant = new Set(namesLike(namesOf(functions), patterns, isOfModule));
  return new Map(
    functions
      .filter(([name]) => meant.has(name))
      .map(([name, described]) => [name, argspec(described.signature)]),
  );
}

function docs(
  functions: readonly (readonly [string, Described])[],
  patterns: readonly PyValue[],
): PyDict {
  const meant = new Set(namesLike(namesOf(functions), patterns, isOfModule));
  return new Map(
    functions.filter(([name]) => meant.has(name)).map(([name, { doc }]) => [name, docstring(doc)]),
  );
}
