import type { Clock, Timer } from '../clock.ts';
import { LOOP } from './schedule/moment.ts';

/** Microseconds by which a timer may be early. */
const EARLY = 2000;

/** The longest wait, in seconds: timers of real time have an end. */
const LONGEST = 86_400;

/**
 * The loops of all minions, which look every second at what they do by themselves: only the looks
 * that find something are made, so that a minion without schedule and beacons costs nothing.
 */
export class MinionLoop {
  readonly #clock: Clock;
  readonly #look: (id: string, now: number) => number | undefined;
  /** By minion the turn of the loop that is next of interest; turns are counted from the first use. */
  readonly #looks = new Map<string, number>();
  #start: number | undefined;
  #armed: { readonly turn: number; readonly timer: Timer } | undefined;

  /**
   * @param look has a minion look, at so many microseconds since the epoch; answers when it wants to
   * look again
   */
  constructor(clock: Clock, look: (id: string, now: number) => number | undefined) {
    this.#clock = clock.unattended;
    this.#look = look;
  }

  /** Has a minion look at its next turn: something is new. */
  wake(id: string): void {
    this.#looks.set(id, this.#turnOf(this.#clock.now()) + 1);
    this.#arm();
  }

  #turnOf(microseconds: number): number {
    this.#start ??= microseconds;
    return Math.floor((microseconds - this.#start + EARLY) / LOOP);
  }

  #instantOf(turn: number): number {
    return (this.#start ?? 0) + turn * LOOP;
  }

  #arm(): void {
    let turn = Number.POSITIVE_INFINITY;
    for (const look of this.#looks.values()) turn = Math.min(turn, look);
    if (this.#armed?.turn === turn) return;
    this.#armed?.timer.cancel();
    this.#armed = undefined;
    if (turn === Number.POSITIVE_INFINITY) return;
    const seconds = (this.#instantOf(turn) - this.#clock.now()) / LOOP;
    const timer = this.#clock.timer(Math.min(seconds, LONGEST));
    const armed = { turn, timer };
    this.#armed = armed;
    void timer.passed.then(() => {
      if (this.#armed === armed) this.#turn();
    });
  }

  #turn(): void {
    this.#armed = undefined;
    const turn = this.#turnOf(this.#clock.now());
    const now = this.#instantOf(turn);
    for (const [id, look] of this.#looks) {
      if (look > turn) continue;
      const next = this.#look(id, now);
      if (next === undefined) this.#looks.delete(id);
      else this.#looks.set(id, Math.max(turn + 1, Math.ceil((next - this.#instantOf(0)) / LOOP)));
    }
    this.#arm();
  }
}
