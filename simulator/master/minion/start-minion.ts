import { asctime } from '../../python/datetime.ts';
import type { PyValue } from '../../python/value.ts';
import type { Minion } from '../fleet.ts';
import type { Master } from '../master.ts';
import { fireMinionEvent } from './minion-event.ts';

/** Seconds between the attempts of a minion to be let in, Salt's standard `acceptance_wait_time`. */
export const ACCEPTANCE_WAIT_TIME = 10;

/**
 * The events of a minion that starts once its key is accepted: it signs in, its data is cached, and
 * it says that it is there, twice (seen on 3008.3; salt-core §8.7 for the others).
 */
export function fireStart(master: Master, minion: Minion): void {
  const { id, pub } = minion;
  const { events, profile, clock } = master;
  master.minionCache.renew(id);
  const signIn = [['result', true] as const, ['act', 'accept'] as const, ['id', id] as const];
  events.fire('salt/auth', new Map<string, PyValue>([...signIn, ['pub', pub]]));
  events.fire(`minion/refresh/${id}`, new Map([['Minion data cache refresh', id]]));
  const started = `Minion ${id} started at ${asctime(clock.now())}`;
  fireMinionEvent(master, minion, 'minion_start', started);
  if (profile.refreshesResources)
    events.fire(`resource/refresh/${id}`, new Map([['Resource cache refresh', id]]));
  fireMinionEvent(master, minion, `salt/minion/${id}/start`, started);
}
