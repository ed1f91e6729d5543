import type { Json, JsonObject } from '../json.ts';
import type { AttachedMaster } from '../masters/attached-master.ts';
import type { Target } from '../targets/target-group.ts';
import type { CommandState } from './command-state.ts';

/** Where a command runs: on minions, or on the master itself. */
export type CommandKind = 'local' | 'runner' | 'wheel';

/** The arguments of a call: by position, and by name. */
export interface CallArguments {
  readonly arg: readonly Json[];
  readonly kwarg: JsonObject;
}

/** What runs, and where: the part of a command that a saved job or a schedule can say. */
export interface Work {
  readonly cmd: CommandKind;
  readonly fun: string;
  readonly arg: CallArguments;
  /** Where it goes: the masters that are to take it. */
  readonly masters: readonly AttachedMaster[];
  /** Undefined for what runs on masters. */
  readonly tgt: Target | undefined;
  readonly job: Named | undefined;
  readonly target: Named | undefined;
}

/** What a command keeps of the saved object it comes from. */
export interface Named {
  readonly uuid: string;
  readonly name: string;
  readonly desc: string;
}

/** What a command does to another one. */
export interface Control {
  readonly action: 'pause' | 'resume' | 'stop';
  readonly jid: string;
}

/** Something that masters were told to run. */
export interface Command extends Work {
  readonly jid: string;
  readonly user: { readonly uuid: string; readonly name: string };
  readonly schedule: { readonly uuid: string; readonly name: string } | undefined;
  readonly control: Control | undefined;
  /** In microseconds since the epoch. */
  readonly created: number;
  state: CommandState;
  /** When nothing more was to come, in microseconds since the epoch. */
  finished: number | undefined;
  /** What became of it on each master, by its id, once that master's plugin has taken it. */
  readonly runs: Map<string, CommandRun>;
}

/** A command on one master. */
export interface CommandRun {
  /** Whose returns are waited for: minions, or the master itself. */
  readonly expected: Set<string>;
  /** When the plugin took it, in microseconds since the epoch. */
  readonly taken: number;
  isDone: boolean;
}

const LAST_STATES: ReadonlySet<CommandState> = new Set<CommandState>([
  'skipped',
  'stopped',
  'disabled',
  'completed_missing_returns',
  'completed_all_successful',
  'completed_failures',
]);

/** Whether nothing more becomes of a command in this state. */
export function isLast(state: CommandState): boolean {
  return LAST_STATES.has(state);
}

/** Whether a call is of the whole highstate, and not of states that it names. */
export function isHighstate(fun: string, { arg, kwarg }: CallArguments): boolean {
  if (fun === 'state.highstate') return true;
  return fun === 'state.apply' && arg.length === 0 && (kwarg['mods'] ?? null) === null;
}
