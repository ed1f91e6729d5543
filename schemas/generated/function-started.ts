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
      jid: string;
    }
  ];
}
