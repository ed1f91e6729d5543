/** What a requirement may need of a target; what is missing is told in its outcome. */
export const CAPABILITIES = {
  writes: 'the run may change things (--allow writes)',
  minion: 'a minion that answers test.ping',
  'two minions': 'two minions that answer test.ping',
  'down minion': 'an accepted minion that does not answer',
  'pending key': 'a minion whose key is pending',
  'rejected key': 'a minion whose key is rejected',
  wheel: 'a user that may call wheel functions',
  'limited user': 'a second user with few rights (--limited USER:PASSWORD)',
  'token expire override': 'token_expire_user_override on the master',
} as const;

export type Capability = keyof typeof CAPABILITIES;

/** What a target turned out to have. */
export interface Fleet {
  /** Ids that answer, sorted. */
  readonly up: readonly string[];
  /** Accepted ids that do not, sorted. */
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
