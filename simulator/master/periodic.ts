import { MICROSECONDS, type Clock } from './clock.ts';

/**
 * Work that a real master does every so often, worked out when somebody looks, so that no timer is
 * needed.
 */
export class Periodic {
  readonly #clock: Clock;
  readonly #interval: number;
  readonly #start: number;
  #next: number;

  /** @param seconds from one time to the next; the first is as long after now */
  constructor(clock: Clock, seconds: number) {
    this.#clock = clock;
    this.#interval = seconds * MICROSECONDS;
    this.#start = clock.now();
    this.#next = this.#start + this.#interval;
  }

  /** When the work was last due, in microseconds since the epoch, if that was after the last look. */
  due(): number | undefined {
    const now = this.#clock.now();
    if (now < this.#next) return undefined;
    const passed = Math.floor((now - this.#start) / this.#interval);
    const last = this.#start + passed * this.#interval;
    this.#next = last + this.#interval;
    return last;
  }
}
