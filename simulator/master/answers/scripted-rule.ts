import type { PyDict, PyValue } from '../../python/value.ts';

/** What a minion does about a call in place of what the function would do. */
export interface ScriptedAnswer {
  /** Seconds until it does it, in which the function is running. */
  readonly delay: number;
  readonly outcome: ScriptedOutcome;
}

/** How a scripted call ends: with a value, an exception, no return at all, or as the built-in function does. */
export type ScriptedOutcome =
  | { readonly how: 'return'; readonly value: PyValue; readonly retcode: number }
  | { readonly how: 'exception'; readonly kind: string; readonly message: string }
  | { readonly how: 'no return' }
  | { readonly how: 'built-in' };

/** Which calls on which minions are answered by a script, and with what. */
export interface ScriptedRule {
  /** A function's name, or a glob. */
  readonly fun: string;
  /** Globs of ids, of which one must match. */
  readonly minions: readonly string[];
  /** What the positional arguments must begin with. */
  readonly arg: readonly PyValue[];
  /** Keyword arguments that must be among those of the call. */
  readonly kwarg: PyDict;
  /** The answers to a minion's first call, its second, and so on. */
  readonly sequence: readonly ScriptedAnswer[];
  /** How often the sequence is gone through; where absent its last answer stands for ever. */
  readonly times?: number;
}
