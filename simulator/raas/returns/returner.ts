import type { SaltEvent } from '../../master/event-bus.ts';
import type { AttachedMaster } from '../masters/attached-master.ts';
import type { Returns } from './returns.ts';
import { storedReturn } from './stored-return.ts';

/** `salt/job/<jid>/new`, `salt/job/<jid>/ret/<minion>`, `salt/run/<jid>/ret`. */
const TAG = /^salt\/(?:job|run|wheel)\/([^/]+)\/(?:(new)|ret(?:\/(.+))?)$/;

/**
 * The returner of the masters' plugins: it stores what a master publishes, and what comes back,
 * whoever gave the job (raas §7).
 */
export class Returner {
  readonly #returns: Returns;
  readonly #followed = new Set<AttachedMaster>();

  constructor(returns: Returns) {
    this.#returns = returns;
  }

  /** Stores what happens on a master from now on. */
  follow(attached: AttachedMaster): void {
    if (this.#followed.has(attached)) return;
    this.#followed.add(attached);
    attached.master.events.listen((event) => this.#keep(event, attached));
  }

  #keep({ tag, data }: SaltEvent, master: AttachedMaster): void {
    const [, jid, isNew, minion] = TAG.exec(tag) ?? [];
    if (jid === undefined) return;
    if (isNew !== undefined) this.#returns.addLoad({ jid, master, fields: [...data] });
    else {
      const place = { jid, master, minion_id: minion ?? master.master_id };
      this.#returns.addReturn(storedReturn(place, data));
    }
  }
}
