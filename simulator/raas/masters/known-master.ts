import type { Master } from '../../master/master.ts';
import type { JsonObject } from '../json.ts';
import { lastHeartbeat, presenceOf, type Presence } from './heartbeat.ts';
import type { PluginState } from './plugin-state.ts';

/** A master that RaaS has heard of: a simulated one, or a client that acts as one. */
export interface KnownMaster {
  readonly uuid: string;
  readonly master_id: string;
  /** Empty for one that is in no cluster. */
  cluster_id: string;
  /** The grains that were saved of it; undefined where none were. */
  grains: JsonObject | undefined;
  /** Undefined for a client that acts as a master. */
  readonly master: Master | undefined;
  /** Since when a simulated master's plugin has run; undefined while it does not. In microseconds. */
  attachedAt: number | undefined;
  /** When it last did something of its own accord. In microseconds. */
  lastPush: number;
  readonly plugin: PluginState;
}

/** When a master was last seen; that of one whose plugin runs moves with the clock. */
export function lastSeenOf({ attachedAt, lastPush }: KnownMaster, now: number): number {
  return Math.max(lastPush, attachedAt === undefined ? 0 : lastHeartbeat(attachedAt, now));
}

/** Whether a master is there. */
export function masterPresence(known: KnownMaster, now: number): Presence {
  return presenceOf(lastSeenOf(known, now), now);
}

/** The Salt version of a master; empty where it has not told. */
export function saltVersionOf({ master, grains }: KnownMaster): string {
  const told = grains?.['saltversion'];
  return typeof told === 'string' ? told : (master?.profile.version ?? '');
}

/** The grains of a master: those that were saved, else what is known of a simulated one. */
export function masterGrains(known: KnownMaster): JsonObject {
  if (known.grains !== undefined) return known.grains;
  const id = known.master_id;
  return known.master === undefined ? {} : { id, host: id, saltversion: saltVersionOf(known) };
}
