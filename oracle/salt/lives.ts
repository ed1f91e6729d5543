import type { JsonObject } from '../fixture.ts';

/**
 * How long jobs and tokens live, laid over the master configuration: as it says, or so short that a
 * run can watch them go.
 */
export const LIVES = {
  normal: {},
  short: { keep_jobs_seconds: 4, loop_interval: 2, token_expire: 12 },
} as const satisfies Readonly<Record<string, JsonObject>>;

/** How long both live: as on any master, or so short that their end can be waited for. */
export type Lives = keyof typeof LIVES;
