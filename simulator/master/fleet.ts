import type { PyDict } from '../python/value.ts';

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
  readonly pillar: PyDict;
  /** The public key as PEM. */
  pub: string;
}
