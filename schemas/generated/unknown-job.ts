// Made from schemas/*.schema.json by `npm run schemas`; not to be edited.

/**
 * The answer of GET /jobs/<jid> for a job that the cache does not know, or no more.
 */
export interface UnknownJob {
  /**
   * @minItems 1
   * @maxItems 1
   */
  info: [
    {
      jid: string;
      Error: 'Cannot contact returner or no job with this jid';
      StartTime: string;
      Result: {};
    }
  ];
  /**
   * @minItems 1
   * @maxItems 1
   */
  return: [{}];
}
