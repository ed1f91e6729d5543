import { grains } from './grains.ts';
import type { StateFunction, StateModule } from './state-function.ts';
import { test } from './test/test.ts';

/** The state modules that every simulated minion has. */
const MODULES: Readonly<Record<string, StateModule>> = { grains, test };

/** The state function of that full name, `test.nop`. */
export function findStateFunction(full: string): StateFunction | undefined {
  const [module = '', name = ''] = full.split('.', 2);
  const functions = Object.hasOwn(MODULES, module) ? MODULES[module] : undefined;
  return functions !== undefined && Object.hasOwn(functions, name) ? functions[name] : undefined;
}

/** Whether states of that module answer to watched changes with a `mod_watch` of their own. */
export function watches(module: string): boolean {
  return findStateFunction(`${module}.mod_watch`) !== undefined;
}
