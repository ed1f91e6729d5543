// Made from schemas/*.schema.json by `npm run schemas`; not to be edited.

/**
 * The answer of GET /jobs and of the runner jobs.list_jobs: what ran, by jid.
 */
export interface JobList {
  /**
   * @minItems 1
   * @maxItems 1
   */
  return: [
    {
      [k: string]: {
        /**
         * A name, or a list or dict of them for a compound call.
         */
        Function: {
          [k: string]: unknown;
        };
        Arguments: unknown[];
        /**
         * As the client sent it.
         */
        Target: {
          [k: string]: unknown;
        };
        'Target-type': string;
        User: string;
        Metadata?: unknown;
        /**
         * Where the master is told to store it.
         */
        EndTime?: string;
        /**
         * The digits of the jid as a time; of a jid that somebody made up, its characters in that form.
         */
        StartTime: string;
      };
    }
  ];
}
