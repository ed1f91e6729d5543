import { signature, type Parameter, type Signature } from '../../python/signature.ts';
import { file } from './file/file.ts';
import { grains } from './grains.ts';
import { salt } from './salt/salt.ts';
import type { StateFunction, StateModule } from './state-function.ts';
import { test } from './test/test.ts';

/** The state modules that every simulated minion has. */
const MODULES: Readonly<Record<string, StateModule>> = { file, grains, salt, test };

/** What the state modules are for, a sentence each. */
export const STATE_MODULES: ReadonlyMap<string, string> = new Map([
  ['file', 'States of what lies on the disk of a minion.'],
  ['grains', 'States of what a minion says of itself.'],
  ['salt', 'States that the master runs: what orchestrations are made of.'],
  ['test', 'States that change nothing, whatever they say.'],
]);

/** Every state function by its full name, sorted. */
export const STATE_FUNCTIONS: ReadonlyMap<string, StateFunction> = new Map(
  Object.entries(MODULES)
    .flatMap(([module, functions]) =>
      Object.entries(functions).map(([name, fun]) => [`${module}.${name}`, fun] as const),
    )
    .toSorted(([a], [b]) => (a < b ? -1 : 1)),
);

/** The state function of that full name, `test.nop`; what follows a second dot plays no part. */
export function findStateFunction(full: string): StateFunction | undefined {
  return STATE_FUNCTIONS.get(full.split('.', 2).join('.'));
}

/** The parameters of a state function on a line that lacks some of them. */
export function parametersOf(
  { parameters }: StateFunction,
  lacking: readonly string[],
): readonly Parameter[] {
  return parameters.filter(({ name }) => !lacking.includes(name));
}

/** The signature of a state function as Python shows it, on a line that lacks some parameters: the name comes first. */
export function stateSignature(
  full: string,
  fun: StateFunction,
  lacking: readonly string[] = [],
): Signature {
  const { kwargs } = fun;
  const all = parametersOf(fun, lacking);
  const optional = all.filter(hasDefault).map(({ name, default: value }) => [name, value] as const);
  const required = all.filter((parameter) => !hasDefault(parameter)).map(({ name }) => name);
  const [, own = full] = full.split('.');
  return signature(own, ['name', ...required], Object.fromEntries(optional), { kwargs });
}

function hasDefault(parameter: Parameter): parameter is Required<Parameter> {
  return parameter.default !== undefined;
}

/** Whether states of that module answer to watched changes with a `mod_watch` of their own. */
export function watches(module: string): boolean {
  return findStateFunction(`${module}.mod_watch`) !== undefined;
}
