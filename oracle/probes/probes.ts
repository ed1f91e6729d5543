import { LOCAL_CHUNKS } from './local-chunks.ts';
import { MASTER_CHUNKS } from './master-chunks.ts';
import { RIGHTS_OF_USERS } from './rights.ts';
import { URLS } from './urls.ts';
import { LOGIN } from './login.ts';
import type { Probe } from './probe.ts';
import { REQUESTS } from './requests.ts';
import { STREAMS } from './streams.ts';

/**
 * What is asked of real Salt beside the requirements, and kept to hold the simulator against;
 * nothing of it changes a master.
 *
 * A job with several functions breaks every later search of the job cache by function (real-salt
 * §4), so local chunks come late.
 */
export const PROBES: readonly Probe[] = [
  ...LOGIN,
  ...URLS,
  ...MASTER_CHUNKS,
  ...RIGHTS_OF_USERS,
  ...LOCAL_CHUNKS,
  ...REQUESTS,
  ...STREAMS,
];
