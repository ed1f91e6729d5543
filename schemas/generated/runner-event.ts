// Made from schemas/*.schema.json by `npm run schemas`; not to be edited.

/**
 * The answer to a runner call with full_return: the event that ends the call.
 */
export interface RunnerEvent {
  /**
   * @minItems 1
   * @maxItems 1
   */
  return: [
    {
      data: {
        fun: string;
        /**
         * The job's id: 20 digits, the date and time of the master to the microsecond.
         */
        jid: string;
        user: string;
        fun_args: unknown[];
        /**
         * ISO date with microseconds, and the zone from 3008 on.
         */
        _stamp: string;
        return: unknown;
        success: boolean;
      };
      tag: string;
    }
  ];
}
