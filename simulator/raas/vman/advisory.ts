/** How bad an advisory is (raas §7, get_advisory_minions). */
export const SEVERITIES = ['critical', 'high', 'medium', 'low', 'none'] as const;
export type Severity = (typeof SEVERITIES)[number];

/** Whether its packages need a restart (raas §7, get_advisory_minions). */
export type InstallBehavior =
  | 'Never Requires Reboot'
  | 'Always Requires Reboot'
  | 'Can Require Reboot';

/** A package that an advisory is about. */
export interface AffectedPackage {
  readonly name: string;
  /** The version that minions have which were not remediated. */
  readonly vulnerable: string;
  readonly fixed: string;
}

/** A vulnerability that was published (raas §7, get_detail_report). */
export interface Cve {
  readonly uuid: string;
  readonly cve_id: string;
  readonly cvssv2: string;
  readonly cvssv3: string;
  readonly references: Readonly<Record<string, { readonly url: string; readonly name: string }>>;
  readonly cvssv2_base: number;
  readonly cvssv3_base: number;
  readonly description: string;
  readonly published_date: string;
  readonly cvssv2_severity: string;
  readonly cvssv3_severity: string;
  readonly cvssv2_impact_score: number;
  readonly cvssv3_impact_score: number;
}

/** What a vendor says of vulnerable packages. */
export interface Advisory {
  readonly uuid: string;
  readonly advisory_id: string;
  readonly title: string;
  readonly description: string;
  readonly severity: Severity;
  readonly install_behavior: InstallBehavior;
  /** By family of operating systems, a grain. */
  readonly packages: Readonly<Record<string, readonly AffectedPackage[]>>;
  readonly cve: Cve;
  /** In microseconds since the epoch. */
  readonly created: number;
}
