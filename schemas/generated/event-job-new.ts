// Made from schemas/*.schema.json by `npm run schemas`; not to be edited.

/**
 * A job was published.
 */
export interface JobNewEvent {
  data: {
    /**
     * The job's id: 20 digits, the date and time of the master to the microsecond.
     */
    jid: string;
    tgt_type: string;
    /**
     * The target, as its tgt_type reads it.
     */
    tgt: string | string[];
    /**
     * Whoever asked, as the log-in named them.
     */
    user: {
      [k: string]: unknown;
    };
    /**
     * A function, or those of a compound call.
     */
    fun: string | string[];
    arg: unknown[];
    minions: string[];
    missing: string[];
    /**
     * When it was fired, UTC: without a zone up to 3007, with +00:00 from 3008 on.
     */
    _stamp: string;
  };
  tag: string;
}
