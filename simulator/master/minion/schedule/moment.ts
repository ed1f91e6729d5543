import { MICROSECONDS } from '../../clock.ts';
import type { ScheduleTraits } from '../../versions/profile.ts';
import type { PyValue } from '../../../python/value.ts';

/** Microseconds between two looks of a minion at its schedule, its `loop_interval`. */
export const LOOP = MICROSECONDS;

/** What a job of a schedule is judged by when the minion looks at it. */
export interface Moment {
  /** Microseconds since the epoch. */
  readonly now: number;
  readonly traits: ScheduleTraits;
  /** Times by name, from pillar and grains, that `when` may ask for. */
  readonly whens: readonly PyValue[];
  /** Settings of the schedule as a whole, which hold for jobs that say nothing of their own. */
  readonly settings: ScheduleSettings;
  /** How many jobs of that name are running. */
  running(name: string): number;
  /** An integer from the first to the last, both included. */
  between(first: number, last: number): number;
}

/** What a schedule says of all its jobs; it stays so when it is taken out of the schedule again. */
export interface ScheduleSettings {
  enabled: PyValue;
  splay: PyValue;
  skipFunction: PyValue;
  skipDuringRange: PyValue;
}
