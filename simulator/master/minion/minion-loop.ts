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
  /** By minion when it looked last and when it is to look next, in turns of the loop since its first use. */
  readonly #looks = new Map<string, { last: number; next: number }>();
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
    const turn = this.#turnOf(this.#clock.now());
    this.#looks.set(id, { last: turn, next: turn + 1 });
    // All of a great fleet may be woken one by one.
    if (this.#armed === undefined || this.#armed.turn > turn + 1) this.#arm();
  }

  /** Has a minion look once more if turns have gone by, at which it would have found nothing to do. */
  catchUp(id: string): void {
    const looks = this.#looks.get(id);
    const turn = looks === undefined ? 0 : this.#turnOf(this.#clock.now());
    if (looks !== undefined && looks.last < turn && turn < looks.next) this.#lookAt(id, turn);
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
    for (const { next } of this.#looks.values()) turn = Math.min(turn, next);
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
    for (const [id, { next }] of this.#looks) if (next <= turn) this.#lookAt(id, turn);
    this.#arm();
  }

  #lookAt(id: string, turn: number): void {
    const wanted = this.#look(id, this.#instantOf(turn)) ?? Number.POSITIVE_INFINITY;
    const next = Math.max(turn + 1, Math.ceil((wanted - this.#instantOf(0)) / LOOP));
    this.#looks.set(id, { last: turn, next });
  }
}
