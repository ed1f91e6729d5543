import type { Parameter } from '../../python/signature.ts';
import type { PyDict, PyValue } from '../../python/value.ts';
import type { Minion } from '../fleet.ts';
import type { MachineFiles } from '../minion/files/machine-files.ts';
import type { Random } from '../random.ts';
import type { Orchestration } from './salt/orchestration.ts';

/** What a state function sees when a state run calls it. */
export interface StateCall {
  readonly name: PyValue;
  /** Its further parameters, defaults filled in, and what else the state was given. */
  readonly given: PyDict;
  readonly minion: Minion;
  /** Its files, users and groups. */
  readonly machine: MachineFiles;
  /** The minion's pillar, with what the call that runs states laid over it. */
  readonly pillar: PyDict;
  /** The same without masks, which a line may lay over it. */
  readonly plainPillar: PyDict;
  /** Whether nothing may be changed: `test=True`. */
  readonly test: boolean;
  readonly random: Random;
  /** Of `mod_watch`: the states watched that have changed, `test: site`. */
  readonly changed: readonly string[];
  /** What states that an orchestration is made of need of the master; minions have none. */
  readonly orchestration?: Orchestration | undefined;
}

/** One function of a state module; what it gives is the beginning of the state's result. */
export interface StateFunction {
  /** What it does, in one sentence of our own; stands where Salt shows a docstring. */
  readonly doc: string;
  /** Its parameters without `name`, which every state has, of all lines; one without a default is required. */
  readonly parameters: readonly Parameter[];
  /** Whether it takes `**kwargs`, which is every argument. */
  readonly kwargs: boolean;
  run(call: StateCall): PyDict | Promise<PyDict>;
}

/** A state module: its functions by name, without the module's own name in front. */
export type StateModule = Readonly<Record<string, StateFunction>>;

/** What a state is given under a name. */
export function given(call: StateCall, name: string): PyValue {
  return call.given.get(name) ?? null;
}

/** A state's result, in the order of its keys that nearly every state function has. */
export function stateResult(
  name: PyValue,
  result: boolean | null,
  comment: PyValue,
  changes: PyDict = new Map(),
): PyDict {
  return new Map<string, PyValue>([
    ['name', name],
    ['changes', changes],
    ['result', result],
    ['comment', comment],
  ]);
}
