import { MICROSECONDS } from '../../master/clock.ts';

/** Seconds between two runs of a master's plugin: it tells that it is there, and pushes what is new. Our choice. */
export const HEARTBEAT_SECONDS = 60;

/** Seconds without a sign after which a master is lost. Our choice. */
export const LOST_SECONDS = 300;

/** Whether somebody is there (raas §7). */
export type Presence = 'unknown' | 'present' | 'lost';

const BEAT = HEARTBEAT_SECONDS * MICROSECONDS;

/** How many heartbeats there have been since an instant; in microseconds, as all times here. */
export function beatsSince(since: number, now: number): number {
  return Math.max(0, Math.floor((now - since) / BEAT));
}

/** The last heartbeat of what has been beating since an instant. */
export function lastHeartbeat(since: number, now: number): number {
  return since + beatsSince(since, now) * BEAT;
}

/** What is to be thought of somebody who was last seen then. */
export function presenceOf(lastSeen: number, now: number): Presence {
  return now - lastSeen > LOST_SECONDS * MICROSECONDS ? 'lost' : 'present';
}
