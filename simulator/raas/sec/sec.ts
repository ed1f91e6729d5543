import type { Clock } from '../../master/clock.ts';
import type { Random } from '../../master/random.ts';
import type { Json } from '../json.ts';
import type { ExemptMinion } from '../policies/exempt-minions.ts';
import type { Place, Policy, PolicyRun } from '../policies/policy.ts';
import { StatsHistory } from '../policies/stats-history.ts';
import type { Check, ComplianceState } from './check.ts';
import { Content } from './content.ts';

/** What a policy says of a variable of a check. */
export interface VariableValue {
  /** Null for every check that has a variable of the name. */
  readonly check_uuid: string | null;
  readonly var_name: string | null;
  readonly var_value: Json;
}

/** A policy of compliance: checks for the minions of a target. */
export interface SecPolicy extends Policy {
  benchmark_uuids: readonly string[];
  /** Checks of these benchmarks that it is restricted to; none for all. */
  check_uuids: readonly string[];
  exclude_check_uuids: readonly string[];
  variables: readonly VariableValue[];
  readonly exemptions: Map<string, SecExemption>;
}

/** A check that is not asked of a minion. */
export interface SecExemption extends ExemptMinion {
  readonly uuid: string;
  readonly policy_uuid: string;
  readonly check_uuid: string;
  readonly reason: string;
}

/** What became of a check on a minion. */
export interface CheckResult {
  readonly check: Check;
  readonly place: Place;
  readonly state: ComplianceState;
  readonly comment: string;
  /** What a remediation changed, as a text; empty for nothing. */
  readonly changes: string;
  /** In milliseconds. */
  readonly duration: number;
}
export type SecRun = PolicyRun<CheckResult>;

/** Compliance: the state of the resource `sec`. */
export class Sec {
  readonly content: Content;
  readonly policies = new Map<string, SecPolicy>();
  /** Oldest first; they stay when their policy goes. */
  readonly runs: SecRun[] = [];
  /** Checks by minion that a remediation has put right. */
  readonly remediated = new Set<string>();
  readonly history = new StatsHistory<object>();

  constructor(random: Random, clock: Clock) {
    this.content = new Content(random, clock);
  }

  /** The checks of a policy. */
  checksOf({ benchmark_uuids, check_uuids, exclude_check_uuids }: SecPolicy): Check[] {
    const members = new Set(
      benchmark_uuids.flatMap((uuid) => this.content.benchmarks.get(uuid)?.checks ?? []),
    );
    return [...this.content.checks.values()].filter(
      ({ uuid }) =>
        members.has(uuid) &&
        (check_uuids.length === 0 || check_uuids.includes(uuid)) &&
        !exclude_check_uuids.includes(uuid),
    );
  }
}
