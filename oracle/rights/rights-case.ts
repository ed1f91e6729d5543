import type { PyDict, PyValue } from '../../simulator/python/value.ts';

/** A call whose right is asked. */
export type RightsCall =
  | {
      readonly kind: 'local';
      readonly fun: PyValue;
      /** The list that the client library hands on: of arguments, or of one list a function. */
      readonly arg: PyValue[];
      /** The minions that its target names. */
      readonly minions: readonly string[];
    }
  | {
      readonly kind: 'runner' | 'wheel';
      readonly fun: string;
      /** What the load holds as `kwarg`: a runner's arguments in two parts, or what a wheel's chunk holds there. */
      readonly kwarg: PyValue;
    };

/** A user, the rules of `external_auth` that may be theirs, and what they ask for. */
export interface RightsCase {
  /** One back end of `external_auth`. */
  readonly provider: PyDict | null;
  readonly permissive: boolean;
  readonly name: PyValue;
  readonly groups: readonly string[];
  readonly call: RightsCall;
  /** The minions that a rule's target names; a target that is not here names none. */
  readonly targets: ReadonlyMap<string, readonly string[]>;
}

/** What becomes of a case. */
export interface Verdict {
  /** The `perms` that a log-in shows, in Python's words. */
  readonly perms: string;
  /** The rules that hold for the user, in Python's words; none where Python fails on the way. */
  readonly rules?: string;
  /** The name of a Salt exception is one that the master answers with; an `exception` it chokes on. */
  readonly outcome: 'allowed' | 'refused' | 'exception' | 'SaltInvocationError';
}
