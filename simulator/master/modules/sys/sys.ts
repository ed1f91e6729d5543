import { argument } from '../../../python/argument.ts';
import { fnmatch } from '../../../python/fnmatch.ts';
import { str } from '../../../python/repr.ts';
import { signature } from '../../../python/signature.ts';
import { docstring } from '../../docstring.ts';
import { runnersOf } from '../../runners/runners.ts';
import type { ExecutionCall, ExecutionModule } from '../function.ts';
import {
  argspecs,
  docs,
  functionNames,
  moduleNames,
  type DescribedFunctions,
} from './described.ts';
import { RENDERERS } from './renderers.ts';
import { RETURNERS } from './returners.ts';
import { stateDocs, stateFunctions } from './state-docs.ts';
import { stateSchemas } from './state-schema.ts';

const VARARGS = { varargs: true };
const ANYTHING = { varargs: true, kwargs: true };

/** The functions of one kind that a call can be told of. */
type FunctionsOf = (call: ExecutionCall) => DescribedFunctions;

const executionFunctions: FunctionsOf = (call) => call.functions();
const runners: FunctionsOf = ({ master }) =>
  [...runnersOf(master)].toSorted(([a], [b]) => (a < b ? -1 : 1));
const returners: FunctionsOf = () => RETURNERS;

/**
 * The `sys` module, which tells what a minion and its master's runners have to be called
 * (salt.modules.sysmod; seen on 3006.28, 3007.15 and 3008.3).
 */
export const sys: ExecutionModule = {
  list_functions: listing('list_functions', 'all functions', executionFunctions),
  list_modules: modules('list_modules', 'all modules', executionFunctions),
  argspec: specs('argspec', executionFunctions),
  doc: documentation('doc', executionFunctions),
  list_runners: modules('list_runners', 'the runners', runners),
  list_runner_functions: listing('list_runner_functions', 'the functions of runners', runners),
  runner_argspec: specs('runner_argspec', runners),
  runner_doc: documentation('runner_doc', runners),
  list_state_modules: modules('list_state_modules', 'the state modules', stateFunctions),
  list_state_functions: listing('list_state_functions', 'the state functions', stateFunctions),
  state_argspec: specs('state_argspec', stateFunctions),
  state_doc: {
    signature: signature('state_doc', [], {}, VARARGS),
    doc: 'Answers the documentation of the named states, or of those of the named modules.',
    run: (call) => stateDocs(call, call.arguments.varargs),
  },
  state_schema: {
    signature: signature('state_schema', [], { module: '' }),
    doc: 'Answers a JSON Schema of the arguments of each state of a module, or of one state.',
    run: (call) => stateSchemas(stateFunctions(call), str(argument(call, 'module'))),
  },
  list_returners: modules('list_returners', 'the returners', returners),
  list_returner_functions: listing(
    'list_returner_functions',
    'the functions of returners',
    returners,
  ),
  returner_argspec: specs('returner_argspec', returners),
  returner_doc: documentation('returner_doc', returners),
  list_renderers: {
    signature: signature('list_renderers', [], {}, VARARGS),
    doc: 'Answers the names of the renderers, or of those that a glob matches.',
    run: ({ arguments: { varargs } }) =>
      [...RENDERERS.keys()].filter(
        (name) => varargs.length === 0 || varargs.some((glob) => fnmatch(name, str(glob))),
      ),
  },
  renderer_doc: {
    signature: signature('renderer_doc', [], {}, VARARGS),
    doc: 'Answers the documentation of the renderers, or of those that a glob matches.',
    run: ({ arguments: { varargs } }) =>
      new Map(
        [...RENDERERS]
          .filter(
            ([name]) => varargs.length === 0 || varargs.some((glob) => isGlobOf(str(glob), name)),
          )
          .map(([name, doc]) => [name, docstring(doc)]),
      ),
  },
  reload_modules: {
    signature: signature('reload_modules', [], { initial_load: false, context: null }),
    doc: 'Has the minion load its modules anew.',
    run: () => null,
  },
};

function listing(name: string, what: string, functionsOf: FunctionsOf): ExecutionModule[string] {
  return {
    signature: signature(name, [], {}, ANYTHING),
    doc: `Answers the names of ${what}, or of those of the named modules.`,
    run: (call) => functionNames(functionsOf(call), call.arguments.varargs),
  };
}

function modules(name: string, what: string, functionsOf: FunctionsOf): ExecutionModule[string] {
  return {
    signature: signature(name, [], {}, VARARGS),
    doc: `Answers the names of ${what}, or of those that a glob matches.`,
    run: (call) => moduleNames(functionsOf(call), call.arguments.varargs),
  };
}

function specs(name: string, functionsOf: FunctionsOf): ExecutionModule[string] {
  return {
    signature: signature(name, [], { module: '' }),
    doc: 'Answers the parameters of the functions of a module, or of one function.',
    run: (call) => argspecs(functionsOf(call), argument(call, 'module')),
  };
}

function documentation(name: string, functionsOf: FunctionsOf): ExecutionModule[string] {
  return {
    signature: signature(name, [], {}, VARARGS),
    doc: 'Answers the documentation of the named functions, or of those of the named modules.',
    run: (call) => docs(functionsOf(call), call.arguments.varargs),
  };
}

/** Without a star or a dot it is the name of a module, which no renderer is a function of. */
function isGlobOf(glob: string, name: string): boolean {
  return /[*.]/.test(glob) && fnmatch(name, glob);
}
