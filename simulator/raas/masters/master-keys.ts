import { MICROSECONDS, type Clock } from '../../master/clock.ts';
import { HEARTBEAT_SECONDS } from './heartbeat.ts';

/** The states that the key of a master can be in (raas §7). */
export type MasterKeyState = 'accepted' | 'pending' | 'rejected';

/** What can be done with the key of a master. */
export type MasterKeyAction = 'accept' | 'reject' | 'delete';

/** The key that a master has shown. */
export interface MasterKey {
  readonly master_id: string;
  /** PEM; null for a master that asks to be let in and has shown none. */
  readonly pubkey: string | null;
  state: MasterKeyState;
  /** In microseconds. */
  readonly created: number;
}

/** A key that was saved ahead of its master. */
interface SavedKey {
  readonly title: string;
  readonly pubkey: string;
  readonly state: MasterKeyState;
}

/** The keys of masters, by which they are let in. */
export class MasterKeys {
  readonly #clock: Clock;
  readonly #keys = new Map<string, MasterKey>();
  readonly #saved = new Map<string, SavedKey>();
  /** Keys of running masters that were deleted: each is shown again at its next heartbeat. */
  readonly #shownAgain = new Map<string, { pubkey: string; due: number }>();

  constructor(clock: Clock) {
    this.#clock = clock;
  }

  /** Every key there is, in the order they came. */
  list(): MasterKey[] {
    const now = this.#clock.now();
    for (const [master_id, { pubkey, due }] of this.#shownAgain) {
      if (due > now) continue;
      this.#shownAgain.delete(master_id);
      this.show(master_id, pubkey);
    }
    return [...this.#keys.values()];
  }

  get(master_id: string): MasterKey | undefined {
    return this.list().find((key) => key.master_id === master_id);
  }

  /**
   * A master shows its key: an unknown one waits for what is decided, unless that was done ahead.
   * Who waits and has shown none yet can show one.
   */
  show(master_id: string, pubkey: string | null): MasterKey {
    const known = this.#keys.get(master_id);
    const isBare = known?.pubkey === null && known.state === 'pending';
    if (known !== undefined && (pubkey === null || !isBare)) return known;
    const state = (pubkey === null ? undefined : this.#saved.get(bare(pubkey)))?.state;
    return this.add(master_id, pubkey, state ?? 'pending');
  }

  /** Notes the key of a master in a state. */
  add(master_id: string, pubkey: string | null, state: MasterKeyState): MasterKey {
    const key: MasterKey = { master_id, pubkey, state, created: this.#clock.now() };
    this.#keys.set(master_id, key);
    return key;
  }

  /** Notes a key ahead of its master. */
  save(title: string, pubkey: string, state: MasterKeyState): void {
    this.#saved.set(bare(pubkey), { title, pubkey, state });
  }

  /** @param isRunning whether the master is there to show its key again */
  delete({ master_id, pubkey }: MasterKey, isRunning: boolean): void {
    this.#keys.delete(master_id);
    if (isRunning && pubkey !== null) {
      const due = this.#clock.now() + HEARTBEAT_SECONDS * MICROSECONDS;
      this.#shownAgain.set(master_id, { pubkey, due });
    }
  }
}

/** A PEM without what differs between texts of one key. */
export function bare(pem: string): string {
  return pem.replaceAll(/\s+/g, '');
}
