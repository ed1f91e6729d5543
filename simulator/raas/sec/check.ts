/** Something of a check that a policy can set. */
export interface CheckVariable {
  readonly uuid: string;
  readonly name: string;
  readonly description: string;
  readonly default_value: string;
}

/** Something that can be right or wrong on a minion. */
export interface Check {
  readonly uuid: string;
  readonly name: string;
  readonly display_name: string;
  readonly description: string;
  readonly version: string;
  /** The kernel of the minions that it is for; null for every. */
  readonly kernel: string | null;
  readonly variables: readonly CheckVariable[];
  readonly state_fs_uuid: string;
  readonly mini_meta_fs_uuid: string;
  readonly user_flag: UserFlag;
  /** In microseconds since the epoch. */
  readonly last_update: number;
}

/** Checks that belong together. */
export interface Benchmark {
  readonly uuid: string;
  readonly name: string;
  readonly display_name: string;
  readonly description: string;
  readonly version: string;
  readonly authority: string;
  readonly os: string;
  readonly type: string;
  readonly user_flag: UserFlag;
  /** In microseconds since the epoch. */
  readonly last_update: number;
  /** Uuids of its checks. */
  readonly checks: readonly string[];
}

/** Where content comes from: `C` custom, `S` shipped (raas §7, get_checks). */
export type UserFlag = 'C' | 'S';

/** What a check finds on a minion (raas §7, get_check_minions). */
export const COMPLIANCE_STATES = [
  'compliant',
  'noncompliant',
  'error',
  'notapplicable',
  'unknown',
] as const;
export type ComplianceState = (typeof COMPLIANCE_STATES)[number];
