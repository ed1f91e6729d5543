import type { Json } from '../json.ts';
import type { Policy } from './policy.ts';

/** Whether the schedule of a policy has nothing more to come: its `until` or its `once` has passed. */
export function isExpired({ schedule }: Policy, now: number): boolean {
  return [schedule?.['until'], schedule?.['once']].some((time) => hasPassed(time, now));
}

/** A time without a zone is in UTC. */
function hasPassed(time: Json | undefined, now: number): boolean {
  if (typeof time !== 'string') return false;
  const zoned = /(?:Z|[+-]\d\d:?\d\d)$/.test(time) ? time : `${time}Z`;
  return Date.parse(zoned) * 1000 <= now;
}
