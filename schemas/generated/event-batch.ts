// Made from schemas/*.schema.json by `npm run schemas`; not to be edited.

/**
 * Something happened to a batch; only lines from 3008 on tell of it.
 */
export interface BatchEvent {
  data: {
    /**
     * The id of the batch: 20 digits.
     */
    jid: string;
    fun: string | string[];
    /**
     * The target, as the chunk gave it.
     */
    tgt: string | string[];
    tgt_type: string;
    /**
     * The user that the master runs as, whoever asked.
     */
    user: string;
    driver: 'cli';
    state: {
      /**
       * The id of the batch: 20 digits.
       */
      jid: string;
      /**
       * Every minion that answered the ping.
       */
      all_minions: string[];
      /**
       * Minions whose turn is still to come.
       */
      pending: string[];
      /**
       * Minions at work, with the time they were given the job in seconds since the epoch.
       */
      active: {
        [k: string]: number;
      };
      /**
       * What minions returned, as full_return shows it.
       */
      done: {
        [k: string]: {
          ret: unknown;
          out?: unknown;
          retcode?: unknown;
          /**
           * The id of the batch: 20 digits.
           */
          jid?: string;
        };
      };
      /**
       * Minions that failed to return, and why.
       */
      failed: {
        [k: string]: string;
      };
      /**
       * When places become free again, for want of which minions wait.
       */
      wait: number[];
      batch_size: number;
      fun: string | string[];
      arg: unknown[];
      kwargs: {
        [k: string]: unknown;
      };
      /**
       * The target, as the chunk gave it.
       */
      tgt: string | string[];
      tgt_type: string;
      failhard: boolean;
      batch_wait: number;
      timeout: number;
      gather_job_timeout: number;
      last_progress: number;
      created: number;
      halted: boolean;
      halted_reason: string | null;
      driver: 'cli';
      ret: string;
      user: string;
    };
    /**
     * When it was fired, UTC.
     */
    _stamp: string;
  };
  tag: string;
}
