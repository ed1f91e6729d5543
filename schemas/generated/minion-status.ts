// Made from schemas/*.schema.json by `npm run schemas`; not to be edited.

/**
 * The answer of the runner manage.status: ids, sorted.
 */
export interface MinionStatus {
  /**
   * @minItems 1
   * @maxItems 1
   */
  return: [
    {
      up: string[];
      down: string[];
    }
  ];
}
