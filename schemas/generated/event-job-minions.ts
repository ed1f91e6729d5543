// Made from schemas/*.schema.json by `npm run schemas`; not to be edited.

/**
 * The first event of a job up to 3007, tagged with the bare jid.
 */
export interface JobMinionsEvent {
  data: {
    minions: string[];
    /**
     * When it was fired, UTC: without a zone up to 3007, with +00:00 from 3008 on.
     */
    _stamp: string;
  };
  /**
   * The job's id: 20 digits, the date and time of the master to the microsecond.
   */
  tag: string;
}
