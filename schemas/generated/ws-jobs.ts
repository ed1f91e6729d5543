// Made from schemas/*.schema.json by `npm run schemas`; not to be edited.

/**
 * What /ws?format_events tells of jobs: all that the listener has heard of, by jid.
 */
export interface FormattedJobs {
  jobs: {
    /**
     * A job; of one that began before the listener came only minions and state are known.
     */
    [k: string]: {
      /**
       * The job's id: 20 digits, the date and time of the master to the microsecond.
       */
      jid?: string;
      /**
       * The stamp of its first event.
       */
      start_time?: string;
      minions: {
        [k: string]: {
          /**
           * False until it has returned, and if it failed.
           */
          success: boolean;
          return?: unknown;
          retcode?: number;
        };
      };
      /**
       * A function, or those of a compound call.
       */
      fun?: string | string[];
      /**
       * The target, as its tgt_type reads it.
       */
      tgt?: string | string[];
      tgt_type?: string;
      state?: 'running' | 'complete';
    };
  };
}
