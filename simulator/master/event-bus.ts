import type { PyDict } from '../python/value.ts';
import type { Clock } from './clock.ts';
import { isoformat } from '../python/datetime.ts';
import type { Profile } from './versions/profile.ts';

/** One event on the master's bus; `data` ends with the `_stamp` it was fired at. */
export interface SaltEvent {
  readonly tag: string;
  readonly data: PyDict;
}

/** How `_stamp` is written. */
type StampForm = Pick<Profile, 'stampSeparator' | 'stampZone'>;

/** What hears every event, as it is fired. */
export type EventListener = (event: SaltEvent) => void;

/**
 * The master's event bus: everything that happens is fired here, in order, to every listener.
 *
 * `_stamp` is an ISO date without a zone, or with `+00:00` where the line writes it
 * (salt-core §8.1; seen on 3006.28, 3007.15 and 3008.3).
 */
export class EventBus {
  readonly #clock: Clock;
  readonly #form: StampForm;
  readonly #listeners = new Set<EventListener>();

  constructor(clock: Clock, form: StampForm) {
    this.#clock = clock;
    this.#form = form;
  }

  /** Stamps the data (in place, as Salt does) and hands the event to the listeners. */
  fire(tag: string, data: PyDict): SaltEvent {
    data.set('_stamp', this.stamp());
    const event = { tag, data };
    for (const listener of this.#listeners) listener(event);
    return event;
  }

  /** The time of now in the form of `_stamp`. */
  stamp(): string {
    const { stampSeparator, stampZone } = this.#form;
    return isoformat(this.#clock.now()).replace('T', stampSeparator) + stampZone;
  }

  /** Calls the listener for every event from now on, until the returned function is called. */
  listen(listener: EventListener): () => void {
    this.#listeners.add(listener);
    return () => void this.#listeners.delete(listener);
  }
}
