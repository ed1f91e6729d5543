import type { Presence } from '../masters/heartbeat.ts';
import { lastSeenOf, masterPresence, type KnownMaster } from '../masters/known-master.ts';

/** Whether a minion is there, and since when that is known, in microseconds. */
export interface MinionPresence {
  readonly status: Presence;
  readonly timestamp: number;
}

/**
 * Whether a minion is there: one that is up is present with every heartbeat of its master, one that
 * is down is lost, and one that was let in and has not started yet is unknown. All are lost with
 * their master. Of clients that act as masters nothing is known.
 *
 * @param acceptedAt when it was let in, where it has not started since then
 */
export function minionPresence(
  known: KnownMaster,
  id: string,
  acceptedAt: number | undefined,
  now: number,
): MinionPresence {
  const seen = lastSeenOf(known, now);
  if (masterPresence(known, now) === 'lost') return { status: 'lost', timestamp: seen };
  if (known.master === undefined) return { status: 'unknown', timestamp: known.lastPush };
  if (acceptedAt !== undefined) return { status: 'unknown', timestamp: acceptedAt };
  if (known.master.fleet.get(id)?.up ?? false) return { status: 'present', timestamp: seen };
  return { status: 'lost', timestamp: known.attachedAt ?? known.lastPush };
}
