import type { User } from '../accounts/user.ts';
import type { JsonObject } from '../json.ts';
import type { Pattern } from './times/pattern.ts';
import type { When } from './times/timing.ts';

/** What is to be run: a saved job, or a function; on what, likewise. */
export interface ScheduledWork {
  readonly job_uuid: string | null;
  readonly cmd: string | null;
  readonly fun: string | null;
  readonly arg: JsonObject | null;
  readonly masters: readonly string[] | null;
  readonly tgt: JsonObject | null;
  readonly tgt_uuid: string | null;
}

/** When to run what. */
export interface Schedule extends ScheduledWork {
  readonly uuid: string;
  readonly name: string;
  /** When, as it was saved. */
  readonly schedule: When;
  /** What RaaS runs at that time: `job.run`. */
  readonly function: string;
  readonly enabled: boolean;
  /** Who saved it, and as whom it runs. */
  readonly owner: User;
  /** The times that `schedule` says. */
  readonly times: Pattern;
  /** Times at which it is to do nothing, in microseconds since the epoch. */
  readonly skips: Set<number>;
  /** When it last ran, in microseconds since the epoch. */
  lastFired: number | undefined;
}
