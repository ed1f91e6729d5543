import type { Variant } from '../variant.ts';
import { EVENTS } from './events.ts';
import { MASTERS } from './masters.ts';
import { RAAS_COMMANDS } from './raas-commands.ts';
import { RAAS_OBJECTS } from './raas-objects.ts';
import { RAAS_ACCOUNTS } from './raas-accounts.ts';
import { RAAS_FLEET } from './raas-fleet.ts';
import { RAAS_SCHEDULES } from './raas-schedules.ts';
import { RAAS_SEC_VMAN } from './raas-sec-vman.ts';
import { REPLIES } from './replies.ts';
import { REQUESTS } from './requests.ts';
import { STATES } from './states.ts';
import { STREAMS } from './streams.ts';
import { TORNADO } from './tornado.ts';
import { UNATTENDED } from './unattended.ts';
import { WSGI } from './wsgi.ts';

/** Every simulator that is broken in a way of its own. */
export const VARIANTS: readonly Variant[] = [
  ...REPLIES,
  ...STREAMS,
  ...REQUESTS,
  ...MASTERS,
  ...EVENTS,
  ...STATES,
  ...RAAS_OBJECTS,
  ...RAAS_ACCOUNTS,
  ...TORNADO,
  ...UNATTENDED,
  ...RAAS_COMMANDS,
  ...RAAS_SCHEDULES,
  ...RAAS_FLEET,
  ...RAAS_SEC_VMAN,
  ...WSGI,
];
