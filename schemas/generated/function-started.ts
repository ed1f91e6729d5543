// Made from schemas/*.schema.json by `npm run schemas`; not to be edited.

/**
 * The answer of runner_async and wheel_async: what to listen for.
 */
export interface FunctionStarted {
  /**
   * @minItems 1
   * @maxItems 1
   */
  return: [
    {
      tag: string;
      /**
       * The job's id: 20 digits, the date and time of the master to the microsecond.
       */
      jid: string;
    }
  ];
}
