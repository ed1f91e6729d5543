import type { PyScalar, PyValue } from '../../python/value.ts';
import type { AttachedMaster } from '../masters/attached-master.ts';
import type { StoredReturn } from './stored-return.ts';

/** What a master published, as its event told of it. */
export interface StoredLoad {
  readonly jid: string;
  readonly master: AttachedMaster;
  readonly fields: readonly (readonly [PyScalar, PyValue])[];
}

/** What the masters' jobs returned, whoever gave them, until that is trimmed. */
export class Returns {
  /** By jid, and below by master and minion. */
  readonly #returns = new Map<string, Map<string, StoredReturn>>();
  /** By jid, and below by master. */
  readonly #loads = new Map<string, Map<string, StoredLoad>>();

  addReturn(stored: StoredReturn): void {
    const { jid, master, minion_id } = stored;
    const ofJob = this.#returns.get(jid) ?? new Map<string, StoredReturn>();
    const place = placeOf(master.master_id, minion_id);
    if (!ofJob.has(place)) ofJob.set(place, stored);
    this.#returns.set(jid, ofJob);
  }

  addLoad(load: StoredLoad): void {
    const ofJob = this.#loads.get(load.jid) ?? new Map<string, StoredLoad>();
    this.#loads.set(load.jid, ofJob.set(load.master.master_id, load));
  }

  /** What a job returned, in the order it came. */
  of(jid: string): StoredReturn[] {
    return [...(this.#returns.get(jid)?.values() ?? [])];
  }

  get(jid: string, masterId: string, minionId: string): StoredReturn | undefined {
    return this.#returns.get(jid)?.get(placeOf(masterId, minionId));
  }

  /** Everything that was returned, the oldest job first. */
  all(): StoredReturn[] {
    return [...this.#returns.values()].flatMap((ofJob) => [...ofJob.values()]);
  }

  /** What was published under a jid, by master. */
  loadsOf(jid: string): ReadonlyMap<string, StoredLoad> {
    return this.#loads.get(jid) ?? new Map();
  }

  /** Every jid that something was published under, oldest first. */
  jids(): string[] {
    return [...this.#loads.keys()];
  }

  /** How many returns and jids there are of jobs whose jids come before one. */
  countBefore(jid: string): { returns: number; jids: number } {
    const old = [...this.#returns].filter(([own]) => own < jid);
    return {
      returns: old.reduce((sum, [, ofJob]) => sum + ofJob.size, 0),
      jids: [...this.#loads.keys()].filter((own) => own < jid).length,
    };
  }

  /** Forgets the jobs whose jids come before one. */
  forgetBefore(jid: string): void {
    for (const jobs of [this.#returns, this.#loads])
      for (const own of jobs.keys()) if (own < jid) jobs.delete(own);
  }
}

function placeOf(masterId: string, minionId: string): string {
  return JSON.stringify([masterId, minionId]);
}
