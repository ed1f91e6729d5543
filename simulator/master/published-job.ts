import type { PyDict } from '../python/value.ts';
import type { Clock } from './clock.ts';
import type { TargetMatch } from './targeting/target.ts';

/** A job that minions are at work on: what went out, and what has come back so far. */
export class PublishedJob {
  readonly jid: string;
  /** The time that its functions live in. */
  readonly clock: Clock;
  /** The published load, in the order of its keys on the wire. */
  readonly load: PyDict;
  readonly minions: readonly string[];
  /** Ids of a list target that no accepted minion has. */
  readonly missing: readonly string[];
  /** The data of the return events, by minion, in the order of arrival. */
  readonly returns = new Map<string, PyDict>();
  /** The targeted minions that have not returned. */
  readonly #waitedFor: Set<string>;
  #whenComplete: (() => void) | undefined;
  #whenReturned: (() => void) | undefined;
  #isAbandoned = false;

  constructor(jid: string, load: PyDict, match: TargetMatch, clock: Clock) {
    this.jid = jid;
    this.clock = clock;
    this.load = load;
    this.minions = match.minions;
    this.missing = match.missing;
    this.#waitedFor = new Set(match.minions);
  }

  /** The targeted minions that have not returned. */
  silent(): string[] {
    return [...this.#waitedFor];
  }

  /** Takes a minion's return in; only its first one counts. */
  addReturn(id: string, data: PyDict): void {
    if (!this.returns.has(id)) this.returns.set(id, data);
    this.#waitedFor.delete(id);
    this.#whenReturned?.();
    if (this.#waitedFor.size === 0) this.#whenComplete?.();
  }

  /** Calls the listener at each return from now on. */
  listen(listener: () => void): void {
    this.#whenReturned = listener;
  }

  /** Ends the wait for returns: nobody is interested any longer. */
  abandon(): void {
    this.#isAbandoned = true;
    this.#whenComplete?.();
  }

  /** Waits until every targeted minion has returned, for so many seconds at most; tells whether they have. */
  async complete(clock: Clock, seconds: number): Promise<boolean> {
    if (this.#isAbandoned || this.#waitedFor.size === 0) return true;
    const timer = clock.timer(seconds);
    const isComplete = await new Promise<boolean>((resolve) => {
      this.#whenComplete = () => resolve(true);
      void timer.passed.then(() => resolve(false));
    });
    timer.cancel();
    this.#whenComplete = undefined;
    return isComplete;
  }
}
