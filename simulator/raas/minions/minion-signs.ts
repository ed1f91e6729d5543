import type { Clock } from '../../master/clock.ts';
import { str } from '../../python/repr.ts';
import type { Master } from '../../master/master.ts';

/** What a master's events tell of its minions, by their ids; times in microseconds. */
export class MinionSigns {
  /** Minions whose key was accepted and who have not started yet, with when that was. */
  readonly waiting = new Map<string, number>();
  /** When the master was last given the grains of a minion, where it told. */
  readonly refreshed = new Map<string, number>();

  /** @param onKey is called whenever a key has changed */
  constructor(master: Master, clock: Clock, onKey: () => void) {
    master.events.listen(({ tag, data }) => {
      if (tag === 'salt/key') {
        const id = str(data.get('id') ?? '');
        if (data.get('act') === master.profile.keyActs.accept) this.waiting.set(id, clock.now());
        else this.waiting.delete(id);
        onKey();
        return;
      }
      const started = /^salt\/minion\/(.+)\/start$/s.exec(tag)?.[1];
      if (started !== undefined) this.waiting.delete(started);
      const refreshed = /^minion\/refresh\/(.+)$/s.exec(tag)?.[1];
      if (refreshed !== undefined) this.refreshed.set(refreshed, clock.now());
    });
  }
}
