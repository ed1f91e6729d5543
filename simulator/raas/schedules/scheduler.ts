import { MICROSECONDS, type Clock, type Timer } from '../../master/clock.ts';
import type { Random } from '../../master/random.ts';
import type { Schedule } from './schedule.ts';
import { splayed } from './splayed.ts';

/** What the times of schedules are kept with. */
export interface SchedulerOptions {
  readonly schedules: ReadonlyMap<string, Schedule>;
  readonly clock: Clock;
  readonly random: Random;
  /** Runs a schedule whose time has come. */
  readonly fire: (schedule: Schedule, time: number) => void;
}

/** The longest wait, in seconds: timers of real time have an end. */
const LONGEST = 86_400;

/** Microseconds by which a timer may be early. */
const EARLY = 2000;

/** What a schedule comes to next. */
interface Next {
  /** The schedule as it was when this was worked out: a changed one is another object. */
  readonly schedule: Schedule;
  /** The time without splay. */
  readonly time: number;
  readonly fires: number;
}

/** Runs schedules at their times, which pass by themselves. */
export class Scheduler {
  readonly #options: SchedulerOptions;
  readonly #clock: Clock;
  readonly #next = new Map<string, Next>();
  #armed: { readonly timer: Timer; readonly fires: number } | undefined;

  constructor(options: SchedulerOptions) {
    this.#options = options;
    this.#clock = options.clock.unattended;
  }

  /** Works out anew when a schedule runs that was saved. */
  plan(schedule: Schedule): void {
    this.#planAfter(schedule, this.#clock.now());
    this.#arm();
  }

  #planAfter(schedule: Schedule, after: number): void {
    const time = schedule.times(after);
    if (time === undefined) this.#next.delete(schedule.uuid);
    else {
      const fires = splayed(schedule, time, this.#options.random);
      this.#next.set(schedule.uuid, { schedule, time, fires });
    }
  }

  #arm(): void {
    let fires = Number.POSITIVE_INFINITY;
    for (const next of this.#next.values()) fires = Math.min(fires, next.fires);
    if (this.#armed?.fires === fires) return;
    this.#armed?.timer.cancel();
    this.#armed = undefined;
    if (fires === Number.POSITIVE_INFINITY) return;
    const seconds = (fires - this.#clock.now()) / MICROSECONDS;
    const armed = { timer: this.#clock.timer(Math.min(seconds, LONGEST)), fires };
    this.#armed = armed;
    void armed.timer.passed.then(() => {
      if (this.#armed === armed) this.#fireDue();
    });
  }

  #fireDue(): void {
    this.#armed = undefined;
    const now = this.#clock.now();
    const due = [...this.#next.values()].filter(({ fires }) => fires <= now + EARLY);
    for (const { schedule, time } of due.toSorted((a, b) => a.fires - b.fires)) {
      const { uuid } = schedule;
      // It may have been removed, or saved anew, without a word to us.
      const isGone = this.#options.schedules.get(uuid) !== schedule;
      if (isGone) this.#next.delete(uuid);
      else {
        this.#options.fire(schedule, time);
        this.#planAfter(schedule, time);
      }
    }
    this.#arm();
  }
}
