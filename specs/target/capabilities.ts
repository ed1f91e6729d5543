import type { Outcome } from '../../report/result.ts';
import { RAAS_CAPABILITIES, type RaasCapability } from './raas/capabilities.ts';

/** What is told of a capability. */
export interface CapabilityFacts {
  /** What it is, as in "needs …". */
  readonly what: string;
  /** What a requirement without it comes to: does it not apply to such a target, or could it not be tried? */
  readonly absent: Outcome & ('not applicable' | 'not verified');
}

/** What a requirement may need of a salt-api or of the run. */
export const CAPABILITIES = {
  writes: { what: 'the run to change things (--allow writes)', absent: 'not verified' },
  'own login': {
    what: 'a user to log in as (--username, --password), not a token',
    absent: 'not verified',
  },
  minion: { what: 'a minion that answers test.ping', absent: 'not verified' },
  'two minions': { what: 'two minions that answer test.ping', absent: 'not verified' },
  highstate: {
    what: 'a minion to which the top file gives states, of the environment base',
    absent: 'not verified',
  },
  'down minion': { what: 'an accepted minion that does not answer', absent: 'not verified' },
  'pending key': { what: 'a minion whose key is pending', absent: 'not verified' },
  'rejected key': { what: 'a minion whose key is rejected', absent: 'not verified' },
  runner: { what: 'a user that may call runners', absent: 'not verified' },
  wheel: { what: 'a user that may call wheel functions', absent: 'not verified' },
  local_batch: {
    what: 'local_batch among netapi_enable_clients, and a user that may call it',
    absent: 'not verified',
  },
  local_subset: {
    what: 'local_subset among netapi_enable_clients, and a user that may call sys.list_functions',
    absent: 'not verified',
  },
  'limited user': {
    what: 'a second user with few rights (--limited USER:PASSWORD)',
    absent: 'not verified',
  },
  'tellable clock': { what: 'a simulator whose clock is virtual', absent: 'not applicable' },
  'auto eauth': { what: 'the eauth back end auto on the master', absent: 'not applicable' },
  ws: { what: '/ws, for which the server needs ws4py', absent: 'not applicable' },
  websockets: { what: 'websockets: true in rest_tornado', absent: 'not applicable' },
  'token expire override': {
    what: 'token_expire_user_override on the master',
    absent: 'not applicable',
  },
} as const satisfies Readonly<Record<string, CapabilityFacts>>;

/** The name of something that a requirement may need of a salt-api. */
export type Capability = keyof typeof CAPABILITIES;

/** The same of whatever API. */
export type AnyCapability = Capability | RaasCapability;

/** What is told of a capability of whatever API; what both have by the same name is the same. */
export function factsOfCapability(name: AnyCapability): CapabilityFacts {
  const all: Readonly<Record<AnyCapability, CapabilityFacts>> = {
    ...RAAS_CAPABILITIES,
    ...CAPABILITIES,
  };
  return all[name];
}

/** The minions of a target by what became of their keys and of a ping; ids sorted. */
export interface Fleet {
  /** Ids that answer. */
  readonly up: readonly string[];
  /** Accepted ids that do not. */
  readonly down: readonly string[];
  readonly pending: readonly string[];
  readonly rejected: readonly string[];
}

/** Lives and time-outs of the master, in seconds. */
export interface MasterTimes {
  readonly keep_jobs_seconds: number;
  readonly loop_interval: number;
  readonly timeout: number;
  readonly gather_job_timeout: number;
}

/** What Salt does where its configuration says nothing. */
export const STANDARD_TIMES: MasterTimes = {
  keep_jobs_seconds: 86400,
  loop_interval: 60,
  timeout: 5,
  gather_job_timeout: 10,
};
