// Made from schemas/*.schema.json by `npm run schemas`; not to be edited.

/**
 * What went out to the minions, from 3007 on.
 */
export interface JobPublishEvent {
  data: {
    /**
     * A function, or those of a compound call.
     */
    fun: string | string[];
    arg: unknown[];
    /**
     * The target, as its tgt_type reads it.
     */
    tgt: string | string[];
    /**
     * The job's id: 20 digits, the date and time of the master to the microsecond.
     */
    jid: string;
    ret: string;
    tgt_type: string;
    /**
     * Whoever asked, as the log-in named them.
     */
    user: {
      [k: string]: unknown;
    };
    /**
     * When it was fired, UTC: without a zone up to 3007, with +00:00 from 3008 on.
     */
    _stamp: string;
    delimiter?: string;
    metadata?: {
      [k: string]: unknown;
    };
  };
  tag: string;
}
