/** How many of something there may be. */
export interface Quota {
  /** What happens above the limit. */
  readonly policy: string;
  /** -1 for any number. */
  readonly hard_limit: number;
}

/** What a licence allows (raas §7, license.get_current_license). */
export interface LicenseTerms {
  readonly masters: Quota;
  readonly minions: Quota;
  /** Days from its creation; -1 for ever. */
  readonly term: { readonly duration: number; readonly policy: string };
  readonly features: readonly string[];
  readonly metadata: {
    readonly customer: string;
    readonly uuid: string;
    /** The day it is from: `2026-01-02`. */
    readonly created: string;
  };
}

/** A licence that was stored. */
export interface License {
  readonly uuid: string;
  readonly license_type: string;
  /** Who stored it: `system` for the one that a RaaS begins with, `user` for others. */
  readonly origin: 'system' | 'user';
  readonly license: LicenseTerms;
}

const DAY = 24 * 60 * 60 * 1000;

/** When a licence ends, in milliseconds since the epoch. */
export function endOf({ license: { term, metadata } }: License): number {
  const created = Date.parse(`${metadata.created}T00:00:00Z`);
  return term.duration < 0 ? Number.POSITIVE_INFINITY : created + term.duration * DAY;
}

/** What a licence says, in sentences. */
export function describeLicense({ license }: License): string[] {
  const { masters, minions, term } = license;
  return [
    `Masters: ${limitText(masters)}`,
    `Minions: ${limitText(minions)}`,
    `Term: ${term.duration < 0 ? 'unlimited' : `${term.duration} days`}`,
    `Features: ${license.features.join(', ')}`,
  ];
}

function limitText({ hard_limit }: Quota): string {
  return hard_limit < 0 ? 'unlimited' : `up to ${hard_limit}`;
}
