import { compareCodePoints } from '../../python/compare.ts';
import { fnmatch } from '../../python/fnmatch.ts';
import type { ExecutionFunction, ExecutionModule } from './function.ts';
import { grains } from './grains.ts';
import { hashutil } from './hashutil.ts';
import { pillar } from './pillar.ts';
import { saltutil } from './saltutil.ts';
import { state } from './state/state.ts';
import { sys } from './sys.ts';
import { test } from './test.ts';

/** The execution modules that every simulated minion has. */
const MODULES: Readonly<Record<string, ExecutionModule>> = {
  grains,
  hashutil,
  pillar,
  saltutil,
  state,
  sys,
  test,
};

/** Every execution function by its full name, sorted. */
const EXECUTION_FUNCTIONS: ReadonlyMap<string, ExecutionFunction> = new Map(
  Object.entries(MODULES)
    .flatMap(([module, functions]) =>
      Object.entries(functions).map(([name, fun]) => [`${module}.${name}`, fun] as const),
    )
    .toSorted(([a], [b]) => (a < b ? -1 : 1)),
);

/** The function of that full name, `test.ping`. */
export function findFunction(fun: string): ExecutionFunction | undefined {
  return EXECUTION_FUNCTIONS.get(fun);
}

/** The full names of all functions, and of more that a minion has, sorted. */
export function functionNames(more: readonly string[]): string[] {
  const names = [...EXECUTION_FUNCTIONS.keys()];
  return more.length === 0 ? names : [...new Set([...names, ...more])].toSorted(compareCodePoints);
}

/** The functions whose full name the glob matches. */
export function functionsLike(glob: string): [string, ExecutionFunction][] {
  return [...EXECUTION_FUNCTIONS].filter(([name]) => fnmatch(name, glob));
}
