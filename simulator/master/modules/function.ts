import type { BoundArguments, Signature } from '../../python/signature.ts';
import type { PyDict, PyValue } from '../../python/value.ts';
import type { Clock } from '../clock.ts';
import type { Minion } from '../fleet.ts';
import type { Master } from '../master.ts';
import type { MinionMemory } from '../minion/minion-memory.ts';
import type { Orchestration } from '../states/salt/orchestration.ts';
import type { Running } from '../minion/run-function.ts';

/** What an execution function sees when a minion runs it. */
export interface ExecutionCall {
  readonly arguments: BoundArguments;
  readonly minion: Minion;
  readonly clock: Clock;
  /** The jobs the minion is running, this one left out: `{pid, fun, arg, tgt, jid, ret, tgt_type, user}` each. */
  readonly running: readonly PyDict[];
  /** The master that the minion talks to. */
  readonly master: Master;
  /** What the minion keeps from one job to the next. */
  readonly memory: MinionMemory;
  /** What states of an orchestration need of the master; minions have none. */
  readonly orchestration?: Orchestration | undefined;
  /** Runs another function on the same minion, as a function does; `arg` is as a chunk has it. */
  execute(fun: string, arg: readonly PyValue[]): Running;
  /** Calls another function of the minion as Python code does: what it raises is raised. */
  call(fun: string, args: readonly PyValue[], kwargs: PyDict): Called;
  /** Whether the minion has a function of this name. */
  hasFunction(fun: string): boolean;
  /** The functions that the minion has, by full name, sorted. */
  functions(): readonly (readonly [string, ExecutionFunction])[];
  /** Ends a job of the minion's before it returns; answers whether the minion was running it. */
  endJob(jid: string): boolean;
  /** Sets the job's retcode, as a function does through `__context__`; 0 unless told. */
  setRetcode(code: PyValue): void;
}

/** What a function that was called from another one has answered. */
export interface Called {
  readonly value: PyValue | Promise<PyValue>;
  /** The retcode that it has set; undefined where it has set none. */
  readonly retcode: PyValue | undefined;
}

/**
 * One function of an execution module.
 *
 * `run` gives what the minion returns; a raised `MinionError` becomes the text the minion answers
 * with in its place.
 */
export interface ExecutionFunction {
  readonly signature: Signature;
  /** What the function does, in one sentence of our own; stands where Salt shows a docstring. */
  readonly doc: string;
  /** The outputter the return carries: `nested` for grains.items, say. */
  readonly out?: string;
  run(call: ExecutionCall): PyValue | Promise<PyValue>;
}

/** An execution module: its functions by name, without the module's own name in front. */
export type ExecutionModule = Readonly<Record<string, ExecutionFunction>>;
