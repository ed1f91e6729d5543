// Made from schemas/*.schema.json by `npm run schemas`; not to be edited.

/**
 * The answer of POST / to chunks of `local` with full_return whose minions all answer: an object a chunk, by minion id.
 */
export interface LocalFullReturn {
  /**
   * @minItems 1
   */
  return: [
    {
      [k: string]: {
        /**
         * What the function returned.
         */
        ret: {
          [k: string]: unknown;
        };
        /**
         * The outputter that the function names.
         */
        out?: string;
        /**
         * 0 for success; of a list of functions, one by the name of each that ran.
         */
        retcode:
          | number
          | {
              [k: string]: number;
            };
        /**
         * The job's id: 20 digits, the date and time of the master to the microsecond.
         */
        jid: string;
      };
    },
    ...{
      [k: string]: {
        /**
         * What the function returned.
         */
        ret: {
          [k: string]: unknown;
        };
        /**
         * The outputter that the function names.
         */
        out?: string;
        /**
         * 0 for success; of a list of functions, one by the name of each that ran.
         */
        retcode:
          | number
          | {
              [k: string]: number;
            };
        /**
         * The job's id: 20 digits, the date and time of the master to the microsecond.
         */
        jid: string;
      };
    }[]
  ];
}
