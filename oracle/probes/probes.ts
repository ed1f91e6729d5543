import { ALLOWED_ADDRESSES } from './allowed-addresses.ts';
import { APP } from './app.ts';
import { CALL_FORMS } from './call-forms.ts';
import { CONDITIONS } from './conditions.ts';
import { FUNCTION_ARGUMENTS } from './function-arguments.ts';
import { FILE_CHUNKS } from './file-chunks.ts';
import { LOCAL_CHUNKS } from './local-chunks.ts';
import { MASTER_CHUNKS } from './master-chunks.ts';
import { RIGHTS_OF_USERS } from './rights.ts';
import { URLS } from './urls.ts';
import { WSGI } from './wsgi.ts';
import { LOGIN } from './login.ts';
import { NO_SESSIONS } from './no-sessions.ts';
import { PARTS_OF_TARGETS } from './parts-of-targets.ts';
import { MODULE_CHUNKS } from './module-chunks.ts';
import type { Probe } from './probe.ts';
import { REQUESTS } from './requests.ts';
import { ROOT_PREFIX } from './root-prefix.ts';
import { STATE_MODULE } from './state-module.ts';
import { STATES } from './states.ts';
import { STATIC } from './static.ts';
import { STATS } from './stats.ts';
import { STREAMS } from './streams.ts';
import { TARGETS_OF_JOBS } from './targets.ts';
import { TLS } from './tls.ts';
import { TORNADO_BODIES } from './tornado-bodies.ts';
import { TORNADO_LOGIN } from './tornado-login.ts';
import { TORNADO_REQUESTS } from './tornado-requests.ts';
import { TORNADO_SETTINGS } from './tornado-settings.ts';
import { TORNADO_URLS } from './tornado-urls.ts';
import { UNREAD_BODIES } from './unread-bodies.ts';

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
  ...UNREAD_BODIES,
  ...MASTER_CHUNKS,
  ...CALL_FORMS,
  ...RIGHTS_OF_USERS,
  ...LOCAL_CHUNKS,
  ...STATES,
  ...CONDITIONS,
  ...STATE_MODULE,
  ...MODULE_CHUNKS,
  ...FUNCTION_ARGUMENTS,
  ...FILE_CHUNKS,
  ...PARTS_OF_TARGETS,
  ...TARGETS_OF_JOBS,
  ...REQUESTS,
  ...STREAMS,
  ...STATS,
  ...STATIC,
  ...APP,
  ...ROOT_PREFIX,
  ...NO_SESSIONS,
  ...ALLOWED_ADDRESSES,
  ...TLS,
  ...WSGI,
  ...TORNADO_REQUESTS,
  ...TORNADO_BODIES,
  ...TORNADO_LOGIN,
  ...TORNADO_URLS,
  ...TORNADO_SETTINGS,
];
