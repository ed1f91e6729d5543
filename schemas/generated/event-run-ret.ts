// Made from schemas/*.schema.json by `npm run schemas`; not to be edited.

/**
 * A runner is done.
 */
export interface RunRetEvent {
  data: {
    fun: string;
    /**
     * The job's id: 20 digits, the date and time of the master to the microsecond.
     */
    jid: string;
    /**
     * Whoever asked, as the log-in named them.
     */
    user: {
      [k: string]: unknown;
    };
    fun_args: unknown[];
    /**
     * When it was fired, UTC: without a zone up to 3007, with +00:00 from 3008 on.
     */
    _stamp: string;
    return: unknown;
    success: boolean;
    retcode?: number;
  };
  tag: string;
}
