/** The time a master lives in; the only way the master learns or waits for time. */
export interface Clock {
  /** Microseconds since the epoch. Every reading is later than the one before. */
  now(): number;
  /** Starts waiting for this many seconds. */
  timer(seconds: number): Timer;
  /** Calls back once the work in hand is done, with no time passing: how a minion's return arrives after the publish. */
  soon(callback: () => void): void;
  /**
   * The same time for what goes on by itself, a schedule say: nobody waits for it, so a clock that
   * skips ahead to the next awaited instant never does for its sake.
   */
  readonly unattended: Clock;
}

/** A wait that can be given up. */
export interface Timer {
  /** Resolves when the time has passed; never, once cancelled. */
  readonly passed: Promise<void>;
  cancel(): void;
}

/** Microseconds in a second, the unit of `Clock.now`. */
export const MICROSECONDS = 1_000_000;
