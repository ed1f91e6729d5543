// Made from schemas/*.schema.json by `npm run schemas`; not to be edited.

/**
 * The answer of POST / to chunks of `local_async` that each found minions: a job a chunk.
 */
export interface LocalAsync {
  /**
   * @minItems 1
   */
  return: [
    {
      /**
       * The UTC time of the publish to the microsecond.
       */
      jid: string;
      /**
       * The ids that the target names, whether they are up or not.
       *
       * @minItems 1
       */
      minions: [string, ...string[]];
    },
    ...{
      /**
       * The UTC time of the publish to the microsecond.
       */
      jid: string;
      /**
       * The ids that the target names, whether they are up or not.
       *
       * @minItems 1
       */
      minions: [string, ...string[]];
    }[]
  ];
}
