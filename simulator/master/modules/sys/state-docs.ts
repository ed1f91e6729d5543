import { str } from '../../../python/repr.ts';
import type { PyDict, PyValue } from '../../../python/value.ts';
import { docstring } from '../../docstring.ts';
import { STATE_FUNCTIONS, STATE_MODULES, stateSignature } from '../../states/state-functions.ts';
import type { ExecutionCall } from '../function.ts';
import { docs, moduleOf, type DescribedFunctions } from './described.ts';

/** The state functions, with the arguments that they have on the master's line. */
export function stateFunctions({ master }: ExecutionCall): DescribedFunctions {
  const { lacksParameters } = master.profile.states;
  return [...STATE_FUNCTIONS].map(([name, fun]) => [
    name,
    { signature: stateSignature(name, fun, lacksParameters[name]), doc: fun.doc },
  ]);
}

/** The documentation of states; that of a module stands before that of its functions. */
export function stateDocs(call: ExecutionCall, patterns: readonly PyValue[]): PyDict {
  const told: PyDict = new Map();
  for (const [fun, doc] of docs(stateFunctions(call), patterns)) {
    const module = moduleOf(str(fun));
    if (!told.has(module)) told.set(module, docstring(STATE_MODULES.get(module) ?? ''));
    told.set(fun, doc);
  }
  return told;
}
