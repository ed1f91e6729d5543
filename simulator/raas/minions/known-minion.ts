import type { JsonObject } from '../json.ts';
import type { KnownMaster } from '../masters/known-master.ts';
import type { MinionPresence } from './minion-presence.ts';

/** A minion whose key its master has accepted. */
export interface KnownMinion {
  readonly id: string;
  readonly known: KnownMaster;
  /** Undefined where the master has none of its grains. */
  readonly grains: (() => JsonObject) | undefined;
  /** When its grains came, in microseconds. */
  readonly alterTime: number;
  readonly presence: () => MinionPresence;
}
