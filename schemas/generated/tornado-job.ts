// Made from schemas/*.schema.json by `npm run schemas`; not to be edited.

/**
 * The answer of rest_tornado to GET /jobs/<jid>: what the runner jobs.list_job says.
 */
export interface TornadoJob {
  /**
   * @minItems 1
   * @maxItems 1
   */
  return: [
    {
      /**
       * The job's id: 20 digits, the date and time of the master to the microsecond.
       */
      jid: string;
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
      Minions?: string[];
      /**
       * The digits of the jid, spelled.
       */
      StartTime: string;
      Result: {
        [k: string]: {
          return: unknown;
          retcode?: number;
          success?: boolean;
          out?: string;
        };
      };
    }
  ];
}
