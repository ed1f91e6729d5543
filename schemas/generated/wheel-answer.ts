// Made from schemas/*.schema.json by `npm run schemas`; not to be edited.

/**
 * The answer to a wheel call.
 */
export interface WheelAnswer {
  /**
   * @minItems 1
   * @maxItems 1
   */
  return: [
    {
      tag: string;
      data: {
        fun: string;
        /**
         * The job's id: 20 digits, the date and time of the master to the microsecond.
         */
        jid: string;
        tag: string;
        user: string;
        /**
         * Up to 3007, and on 3008 where the call failed before it began.
         */
        _stamp?: string;
        return: unknown;
        success: boolean;
      };
    }
  ];
}
