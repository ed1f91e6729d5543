import type { PyDict, PyValue } from '../python/value.ts';
import type { Minion } from './fleet.ts';
import type { Master } from './master.ts';

/** What the master caches of a minion beside its mine. */
export type CachedPart = 'grains' | 'pillar';

const PARTS: readonly CachedPart[] = ['grains', 'pillar'];

/** How a line lays out in banks what it caches of minions. */
export type MinionBanks = 'one for each minion' | 'one for each part';

/**
 * What the master caches of its minions: all of it is there but for what was forgotten, until the
 * minion has its pillar compiled again. Targets go by what minions are, whatever is forgotten.
 */
export class MinionCache {
  readonly #forgotten = new Map<string, Set<CachedPart>>();
  readonly #master: Master;

  constructor(master: Master) {
    this.#master = master;
  }

  /** A part of what is cached of a minion; an empty dict where it was forgotten. */
  partOf(minion: Minion, part: CachedPart): PyDict {
    return this.#has(minion, part) ? minion[part] : new Map();
  }

  forget(id: string, part: CachedPart): void {
    this.#forgotten.set(id, (this.#forgotten.get(id) ?? new Set()).add(part));
  }

  /** Takes in what a minion sends where its pillar is compiled. */
  renew(id: string): void {
    this.#forgotten.delete(id);
  }

  /** The keys of a bank, and what is under each; undefined where it is no bank of minions. */
  bank(name: string): Map<string, PyValue> | undefined {
    const accepted = this.#master.fleet.accepted();
    if (this.#master.profile.minionBanks === 'one for each part') {
      if (name === 'mine') return this.#mines(accepted);
      const part = PARTS.find((known) => known === name);
      if (part === undefined) return undefined;
      const having = accepted.filter((minion) => this.#has(minion, part));
      return new Map(having.map((minion) => [minion.id, minion[part]]));
    }
    const [first, id, ...more] = name.split('/');
    if (first !== 'minions' || more.length > 0) return undefined;
    if (id === undefined) return new Map(accepted.map((minion) => [minion.id, new Map()]));
    const minion = accepted.find((known) => known.id === id);
    return minion === undefined ? undefined : this.#ofMinion(minion);
  }

  /**
   * Forgets a key of a bank, or all of it.
   *
   * @returns whether there was any such thing
   */
  flush(name: string, key?: string): boolean {
    const bank = this.bank(name);
    if (bank === undefined || (key !== undefined && !bank.has(key))) return false;
    const [first = '', id] = name.split('/');
    for (const each of key === undefined ? bank.keys() : [key])
      if (id !== undefined) this.#flushOf(id, each);
      else if (first === 'minions') {
        if (key !== undefined) return false;
        this.flush(`minions/${each}`);
      } else if (first === 'mine') this.#master.mine.flush(each);
      else this.forget(each, first === 'grains' ? 'grains' : 'pillar');
    return true;
  }

  #flushOf(id: string, key: string): void {
    if (key === 'mine') this.#master.mine.flush(id);
    else for (const part of PARTS) this.forget(id, part);
  }

  #has({ id }: Minion, part: CachedPart): boolean {
    return !(this.#forgotten.get(id)?.has(part) ?? false);
  }

  #ofMinion(minion: Minion): Map<string, PyValue> {
    const parts = PARTS.filter((part) => this.#has(minion, part));
    const data: PyDict = new Map(parts.map((part) => [part, minion[part]]));
    const mine = this.#mines([minion]).get(minion.id);
    return new Map<string, PyValue>([
      ...(data.size > 0 ? [['data', data] as const] : []),
      ...(mine === undefined ? [] : [['mine', mine] as const]),
    ]);
  }

  #mines(minions: readonly Minion[]): Map<string, PyValue> {
    return new Map(
      minions
        .map(({ id }) => [id, this.#master.mine.of(id)] as const)
        .filter(([, mine]) => mine.size > 0),
    );
  }
}
