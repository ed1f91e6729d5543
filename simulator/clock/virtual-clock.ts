import { MICROSECONDS, type Clock } from '../master/clock.ts';

/** The instant at which every virtual clock begins, the same in every run: a Friday. */
const START = Date.UTC(2026, 0, 2, 3, 4, 5, 678) * 1000;

/** A clock that somebody else moves. */
export interface VirtualClock extends Clock {
  /** Lets so many seconds pass, waking whoever waits for an instant in between, in order. */
  advance(seconds: number): Promise<void>;
  /** Advances, and then lets pass whatever time somebody waits for, until nobody waits any longer. */
  settle(seconds: number): Promise<void>;
}

interface Waiting {
  readonly due: number;
  readonly wake: () => void;
  /** Whether somebody waits for it; time does not skip ahead for what goes on by itself. */
  readonly isAttended: boolean;
}

/**
 * Time that stands still while there is work in hand, and skips ahead to the next awaited instant
 * once everything is waiting.
 *
 * Each reading takes a microsecond, so that no two are the same.
 */
export function virtualClock(): VirtualClock {
  let now = START;
  let skips = 0;
  let attended = 0;
  const waiting: Waiting[] = [];

  const take = (place: number): Waiting | undefined => {
    const [entry] = waiting.splice(place, 1);
    if (entry?.isAttended) attended -= 1;
    return entry;
  };
  const wakeNext = (limit: number): boolean => {
    const next = waiting[0];
    if (next === undefined || next.due > limit) return false;
    take(0);
    now = Math.max(now, next.due);
    next.wake();
    return true;
  };
  // Whoever begins to wait has work in hand: a skip that was to come for somebody before is off.
  const skipSoon = (): void => {
    if (attended === 0) return;
    skips += 1;
    const own = skips;
    afterWorkInHand(() => {
      if (own === skips && attended > 0 && wakeNext(Number.POSITIVE_INFINITY)) skipSoon();
    });
  };
  const timerOf = (seconds: number, isAttended: boolean) => {
    let entry: Waiting | undefined;
    const passed = new Promise<void>((resolve) => {
      entry = { due: now + microseconds(Math.max(0, seconds)), wake: resolve, isAttended };
      const place = waiting.findIndex(({ due }) => due > (entry?.due ?? 0));
      waiting.splice(place < 0 ? waiting.length : place, 0, entry);
      if (isAttended) attended += 1;
    });
    skipSoon();
    return {
      passed,
      cancel() {
        const place = entry === undefined ? -1 : waiting.indexOf(entry);
        if (place >= 0) take(place);
      },
    };
  };
  const advance = async (seconds: number): Promise<void> => {
    const target = now + microseconds(seconds);
    while (wakeNext(target)) await workInHand();
    now = Math.max(now, target);
  };
  const common = {
    now: () => ++now,
    soon: (callback: () => void) => void setImmediate(callback),
  };
  const unattended: Clock = {
    ...common,
    timer: (seconds) => timerOf(seconds, false),
    get unattended() {
      return unattended;
    },
  };

  return {
    ...common,
    unattended,
    timer: (seconds) => timerOf(seconds, true),
    advance,
    async settle(seconds) {
      await advance(seconds);
      while (waiting.some(({ isAttended }) => isAttended)) await workInHand();
    },
  };
}

/** Whole ones: fractions of them are none. */
function microseconds(seconds: number): number {
  return Math.round(seconds * MICROSECONDS);
}

/** How many turns of the event loop work in hand may take that waits for nothing but itself. */
const TURNS = 3;

function afterWorkInHand(callback: () => void, turns = TURNS): void {
  setImmediate(() => (turns > 1 ? afterWorkInHand(callback, turns - 1) : callback()));
}

function workInHand(): Promise<void> {
  return new Promise((resolve) => afterWorkInHand(resolve));
}
