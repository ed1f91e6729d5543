import { isoformat } from '../../python/datetime.ts';
import { MICROSECONDS, type Clock } from '../../master/clock.ts';
import type { Random } from '../../master/random.ts';
import type { AttachedMaster } from '../masters/attached-master.ts';
import { newUuid } from '../uuid.ts';
import { endOf, type License, type LicenseTerms } from './license.ts';
import { usageMessages, type UsageMessage } from './usage.ts';

const HOUR = 3600 * MICROSECONDS;

/** How many masters and minions there were. */
export interface UsageSnapshot {
  readonly license_uuid: string;
  readonly masters: number;
  readonly minions: number;
  /** In microseconds since the epoch. */
  readonly taken: number;
}

/** How much of the licence was used when it was last looked at. */
export interface Usage {
  /** In microseconds since the epoch. */
  readonly checked: number;
  readonly messages: readonly UsageMessage[];
}

/** The licences of a RaaS, and how much of them its masters and minions use. */
export class Licenses {
  readonly stored = new Map<string, License>();
  /** Keys of vRealize Automation, by serial number. */
  readonly vraKeys = new Map<string, { readonly serial: string; readonly edition: string }>();
  readonly #masters: readonly AttachedMaster[];
  readonly #clock: Clock;
  readonly #random: Random;
  #snapshots: readonly UsageSnapshot[] = [];
  #usage: Usage | undefined;

  constructor(masters: readonly AttachedMaster[], clock: Clock, random: Random) {
    this.#masters = masters;
    this.#clock = clock;
    this.#random = random.named('raas licenses');
    const created = isoformat(clock.now()).slice(0, 10);
    this.add(firstTerms(created, newUuid(this.#random)), 'system');
    this.#takeSnapshots();
  }

  add(license: LicenseTerms, origin: License['origin']): License {
    const license_type = license.term.duration < 0 ? 'perpetual' : 'term';
    const added = { uuid: newUuid(this.#random), license_type, origin, license };
    this.stored.set(added.uuid, added);
    return added;
  }

  isExpired(license: License): boolean {
    return endOf(license) <= this.#clock.now() / 1000;
  }

  /** The licence that counts: of those that have not expired the one that was stored last. */
  current(): License | undefined {
    return [...this.stored.values()].findLast((license) => !this.isExpired(license));
  }

  /**
   * How much of the licence is used; what was found is told again for an hour.
   *
   * @param isForced whether to look all the same
   */
  usage(isForced: boolean): Usage {
    const checked = this.#clock.now();
    const isFresh = this.#usage !== undefined && checked - this.#usage.checked < HOUR;
    if (this.#usage === undefined || isForced || !isFresh) {
      const messages = usageMessages(this.current(), this.#counts());
      this.#usage = { checked, messages };
    }
    return this.#usage;
  }

  /** One snapshot for each hour that RaaS runs; the hours since anybody last asked all have today's figures. */
  snapshots(): readonly UsageSnapshot[] {
    this.#takeSnapshots();
    return this.#snapshots;
  }

  #takeSnapshots(): void {
    const now = this.#clock.now();
    const first = Math.floor(now / HOUR) * HOUR;
    const last = this.#snapshots.at(-1)?.taken;
    const license_uuid = this.current()?.uuid ?? '';
    const taken: UsageSnapshot[] = [];
    for (let at = last === undefined ? first : last + HOUR; at <= now; at += HOUR)
      taken.push({ license_uuid, ...this.#counts(), taken: at });
    this.#snapshots = [...this.#snapshots, ...taken];
  }

  /** Masters that are attached, and minions whose keys they have accepted. */
  #counts(): { readonly masters: number; readonly minions: number } {
    const minions = this.#masters.flatMap(({ master }) => master.fleet.accepted());
    return { masters: this.#masters.length, minions: minions.length };
  }
}

/** What a RaaS may do that was just installed; the figures are ours. */
function firstTerms(created: string, uuid: string): LicenseTerms {
  return {
    masters: { policy: 'warn', hard_limit: 50 },
    minions: { policy: 'warn', hard_limit: 10_000 },
    term: { duration: -1, policy: 'unlimited' },
    features: ['config', 'secops', 'vman'],
    metadata: { customer: 'saltproof', uuid, created },
  };
}
