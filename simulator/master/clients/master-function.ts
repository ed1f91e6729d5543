import type { Signature, BoundArguments } from '../../python/signature.ts';
import type { PyDict, PyValue } from '../../python/value.ts';
import type { Master } from '../master.ts';

/** What a runner or wheel function sees of its call. */
export interface MasterCall {
  readonly arguments: BoundArguments;
  readonly master: Master;
  readonly jid: string;
  /** What the call's `new` event told of it. */
  readonly announced: PyDict;
  /** Fires an event under the call's own tag: `salt/run/<jid>/<suffix>`. */
  fire(suffix: string, data: PyDict): void;
}

/** One function of a runner or wheel module. */
export interface MasterFunction {
  readonly signature: Signature;
  /** What the function does, in one sentence of our own; stands where Salt shows a docstring. */
  readonly doc: string;
  run(call: MasterCall): PyValue | Promise<PyValue>;
}

/** A runner or wheel module: its functions by name, without the module's own name in front. */
export type MasterModule = Readonly<Record<string, MasterFunction>>;

/** Functions by their full name, `jobs.list_jobs`. */
export type MasterFunctions = ReadonlyMap<string, MasterFunction>;

/** The functions of these modules by full name. */
export function functionsOf(modules: Readonly<Record<string, MasterModule>>): MasterFunctions {
  return new Map(
    Object.entries(modules).flatMap(([module, functions]) =>
      Object.entries(functions).map(([name, fun]) => [`${module}.${name}`, fun] as const),
    ),
  );
}
