import type { MasterConfig } from './config.ts';
import { DEFAULT_OPTIONS } from './default-options.ts';
import type { Profile } from './versions/profile.ts';

const SECONDS_AN_HOUR = 3600;

/**
 * For how many seconds a master keeps jobs: as `keep_jobs_seconds` says, or where that is left alone,
 * `keep_jobs` in hours on a line that still reads it (read in Salt 3006.28, 3007.15 and 3008.3).
 */
export function keepJobsSeconds(config: MasterConfig, { readsKeepJobs }: Profile): number {
  const isLeftAlone = config.keep_jobs_seconds === DEFAULT_OPTIONS.get('keep_jobs_seconds');
  return readsKeepJobs && isLeftAlone
    ? config.keep_jobs * SECONDS_AN_HOUR
    : config.keep_jobs_seconds;
}
