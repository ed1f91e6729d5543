// Made from schemas/*.schema.json by `npm run schemas`; not to be edited.

/**
 * A wheel call arrived: the outer pair of events up to 3007.
 */
export interface WheelCallNewEvent {
  data: {
    fun: string;
    /**
     * The job's id: 20 digits, the date and time of the master to the microsecond.
     */
    jid: string;
    tag: string;
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
  };
  tag: string;
}
