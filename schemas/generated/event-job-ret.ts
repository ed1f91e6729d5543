// Made from schemas/*.schema.json by `npm run schemas`; not to be edited.

/**
 * A minion returned.
 */
export interface JobRetEvent {
  data: {
    cmd: '_return';
    id: string;
    success:
      | boolean
      | {
          [k: string]: boolean;
        };
    return: unknown;
    retcode:
      | number
      | {
          [k: string]: number;
        };
    /**
     * The job's id: 20 digits, the date and time of the master to the microsecond.
     */
    jid: string;
    /**
     * A function, or those of a compound call.
     */
    fun: string | string[];
    fun_args: unknown[];
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
    /**
     * Seconds since 1970 when the minion sent it.
     */
    ts: number;
    out?: string;
    metadata?: {
      [k: string]: unknown;
    };
  };
  tag: string;
}
