import type { Clock } from '../../master/clock.ts';
import type { Random } from '../../master/random.ts';
import type { Json } from '../json.ts';
import type { ExemptMinion } from '../policies/exempt-minions.ts';
import type { Place, Policy, PolicyRun } from '../policies/policy.ts';
import { StatsHistory } from '../policies/stats-history.ts';
import { newUuid } from '../uuid.ts';
import { shippedAdvisories } from './advisories.ts';
import type { Advisory, AffectedPackage } from './advisory.ts';
import type { ConnectorVendor } from './connector-forms.ts';
import type { StagedRow, ThirdPartyImport } from './third-party-import.ts';

/** A policy of vulnerabilities: the minions of a target. */
export interface VmanPolicy extends Policy {
  /** What imports have brought in. */
  readonly imported: StagedRow[];
}

/** A vulnerable package on a minion. */
export interface Finding {
  readonly advisory: Advisory;
  readonly affected: AffectedPackage;
  readonly place: Place;
}

/** A run with what its report says of the policy, which may be gone. */
export interface VmanRun extends PolicyRun<Finding> {
  readonly report_uuid: string;
  readonly policy_name: string;
  readonly target_group_name: string;
}

/** Advisories that are not remediated on some minions. */
export interface ExemptionGroup {
  readonly uuid: string;
  readonly policy_uuid: string;
  /** Null for every advisory. */
  readonly advisory_uuids: readonly string[] | null;
  readonly minions: readonly ExemptMinion[];
  readonly reason: string;
}

/** A state file that remediates an advisory. */
export interface StateLink {
  readonly uuid: string;
  readonly policy_uuid: string;
  readonly advisory_id: string;
  readonly state_file_uuid: string;
  /** Whether it is for this policy alone. */
  readonly link_to_policy: boolean;
  /** In microseconds since the epoch. */
  readonly created: number;
  readonly updated: number;
}

/** Content that came in. */
export interface AdvisoryContent {
  readonly uuid: string;
  readonly file_name: string;
  /** In microseconds since the epoch. */
  readonly created: number;
  readonly ingested: number;
}

/** Vulnerabilities: the state of the resource `vman`. */
export class Vman {
  readonly advisories: readonly Advisory[];
  content: AdvisoryContent;
  readonly policies = new Map<string, VmanPolicy>();
  /** Oldest first; they stay when their policy goes. */
  readonly runs: VmanRun[] = [];
  /** Advisories by minion that were remediated. */
  readonly patched = new Set<string>();
  /** Minions that a remediation wants to restart. */
  readonly pendingReboots = new Set<string>();
  readonly exemptionGroups = new Map<string, ExemptionGroup>();
  readonly stateLinks = new Map<string, StateLink>();
  readonly connectors = new Map<ConnectorVendor, Readonly<Record<string, Json>>>();
  readonly imports = new Map<string, ThirdPartyImport>();
  readonly history = new StatsHistory<object>();

  constructor(random: Random, clock: Clock) {
    const created = clock.now();
    this.advisories = shippedAdvisories(random, created);
    this.content = {
      uuid: newUuid(random.named('advisory content')),
      file_name: 'advisories.e2',
      created,
      ingested: created,
    };
  }
}
