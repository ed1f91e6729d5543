import { compareIgnoringCase } from '../python/compare.ts';
import type { PyDict } from '../python/value.ts';
import type { MachineSettings } from './minion/machine-settings.ts';

/** The states a minion's key can be in, in Salt's order of directories. */
export const KEY_STATES = ['accepted', 'pending', 'rejected', 'denied'] as const;
export type KeyState = (typeof KEY_STATES)[number];

/** A minion as the master knows it; a new fleet of them comes from the fleet file. */
export interface Minion {
  readonly id: string;
  key: KeyState;
  /** Whether it answers; a minion that is down keeps its key and its cached grains. */
  up: boolean;
  /** Grains, static and core together; the master's cache of them is the same dict. */
  readonly grains: PyDict;
  /** What the master compiles for it. */
  pillar: PyDict;
  /** What its own configuration says of `schedule` and `beacons`, if anything. */
  readonly opts?: PyDict | undefined;
  /** The public key as PEM, without a newline at its end. */
  readonly pub: string;
  /** What is particular about its machine. */
  readonly settings?: MachineSettings | undefined;
}

/** The minions a master has keys for. */
export class Fleet {
  readonly #minions: Map<string, Minion>;
  #accepted: readonly Minion[] | undefined;

  constructor(minions: Iterable<Minion>) {
    this.#minions = new Map([...minions].map((minion) => [minion.id, minion]));
  }

  get(id: string): Minion | undefined {
    return this.#minions.get(id);
  }

  /** The minions with accepted keys, the candidates of every target, in Salt's order. */
  accepted(): readonly Minion[] {
    this.#accepted ??= this.withKey('accepted');
    return this.#accepted;
  }

  /** The minions whose key is in this state, sorted by id without regard to case. */
  withKey(state: KeyState): Minion[] {
    return [...this.#minions.values()]
      .filter((minion) => minion.key === state)
      .toSorted((a, b) => compareIgnoringCase(a.id, b.id));
  }

  /** Moves a minion's key to another state. */
  setKey(minion: Minion, state: KeyState): void {
    minion.key = state;
    this.#accepted = undefined;
  }

  /** Takes a minion in, in place of one with the same id. */
  add(minion: Minion): void {
    this.#minions.set(minion.id, minion);
    this.#accepted = undefined;
  }

  /** Forgets a minion and its key. */
  remove(minion: Minion): void {
    this.#minions.delete(minion.id);
    this.#accepted = undefined;
  }
}
