import type { Minion } from '../../master/fleet.ts';
import type { Master } from '../../master/master.ts';
import { overlaid } from '../../master/overlaid.ts';
import type { PyDict } from '../../python/value.ts';
import { toPython } from '../json.ts';
import type { AttachedMaster } from '../masters/attached-master.ts';
import type { Targets } from '../targets/targets.ts';
import type { Pillar } from './pillar.ts';

/** Events after which a master compiles pillar anew: of a key that changed, of a minion that asked for it. */
const COMPILES_ANEW = /^(salt\/key$|minion\/refresh\/)/;

/**
 * Lays the pillars of target groups over those that their minions have of their master, as the
 * plugin of RaaS does in real masters: as external pillar (raas §7).
 */
export class PillarTies {
  readonly #masters: readonly AttachedMaster[];
  readonly #targets: Targets;
  readonly #pillars: ReadonlyMap<string, Pillar>;
  /** What minions have of their own that have more now. */
  readonly #own = new Map<Minion, PyDict>();
  readonly #followed = new Set<Master>();

  constructor(
    masters: readonly AttachedMaster[],
    targets: Targets,
    pillars: ReadonlyMap<string, Pillar>,
  ) {
    this.#masters = masters;
    this.#targets = targets;
    this.#pillars = pillars;
  }

  /** Gives all minions what is tied to them now. */
  apply(): void {
    // A master may have been attached since we were made.
    for (const attached of this.#masters) this.#follow(attached);
    // Who is in a target does not depend on what it brings its minions.
    for (const [minion, own] of this.#own) minion.pillar = own;
    this.#own.clear();
    const ties = [...this.#targets.groups.values()]
      .filter(({ pillars }) => pillars.length > 0)
      .map(({ tgt, pillars }) => ({
        pillars,
        minions: this.#minionsOf(this.#targets.minionsOf(tgt)),
      }));
    for (const { pillars, minions } of ties)
      for (const data of this.#dataOf(pillars))
        for (const minion of minions) this.#add(minion, data);
  }

  /** Listens for when a master compiles pillar. */
  #follow({ master }: AttachedMaster): void {
    if (this.#followed.has(master)) return;
    this.#followed.add(master);
    master.events.listen(({ tag }) => {
      if (COMPILES_ANEW.test(tag)) this.apply();
    });
  }

  #minionsOf(byMaster: Readonly<Record<string, readonly string[]>>): Minion[] {
    return this.#masters.flatMap(({ master_id, master }) =>
      (byMaster[master_id] ?? [])
        .map((id) => master.fleet.get(id))
        .filter((minion) => minion !== undefined),
    );
  }

  #dataOf(uuids: readonly string[]): PyDict[] {
    return uuids
      .map((uuid) => this.#pillars.get(uuid))
      .filter((stored) => stored !== undefined)
      .map(({ pillar }) => toPython(pillar) as PyDict);
  }

  #add(minion: Minion, data: PyDict): void {
    if (!this.#own.has(minion)) this.#own.set(minion, minion.pillar);
    minion.pillar = overlaid(minion.pillar, data);
  }
}
