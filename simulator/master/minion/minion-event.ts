import type { PyDict, PyValue } from '../../python/value.ts';
import { MICROSECONDS } from '../clock.ts';
import type { Minion } from '../fleet.ts';
import type { Master } from '../master.ts';

/**
 * Fires an event that a minion sends its master: the tag as it is, the minion's data one level
 * down (salt-core §8.5; seen on 3006.28, 3007.15 and 3008.3).
 */
export function fireMinionEvent(master: Master, { id }: Minion, tag: string, data: PyValue): void {
  master.events.fire(
    tag,
    new Map<string, PyValue>([
      ['id', id],
      ['cmd', '_minion_event'],
      ['pretag', null],
      ['data', data],
      ['tag', tag],
      ['ts', Math.floor(master.clock.now() / MICROSECONDS)],
    ]),
  );
}

/** Fires an event that a minion sends by a connection of its own, which may say anything of itself. */
export function fireRawMinionEvent(
  master: Master,
  { id }: Minion,
  event: { readonly tag: string; readonly data: PyValue; readonly preload: PyDict },
): void {
  const load: PyDict = new Map<string, PyValue>([
    ['id', id],
    ['tag', event.tag],
    ['data', event.data],
    ['cmd', '_minion_event'],
    ...(event.preload as Map<string, PyValue>),
  ]);
  load.set('ts', Math.floor(master.clock.now() / MICROSECONDS));
  master.events.fire(event.tag, load);
}

/**
 * The events of a minion that has had its pillar compiled anew, once the job in hand is done: its
 * cached data was refreshed, and on some lines its resources (seen on 3006.28, 3007.15 and 3008.3).
 */
export function fireRefresh(master: Master, { id }: Minion): void {
  master.minionCache.renew(id);
  master.clock.soon(() => {
    master.events.fire(`minion/refresh/${id}`, new Map([['Minion data cache refresh', id]]));
    if (master.profile.refreshesResources)
      master.events.fire(`resource/refresh/${id}`, new Map([['Resource cache refresh', id]]));
  });
}
