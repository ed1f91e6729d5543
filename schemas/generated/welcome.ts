// Made from schemas/*.schema.json by `npm run schemas`; not to be edited.

/**
 * The answer of GET /.
 */
export interface Welcome {
  return: 'Welcome';
  /**
   * @minItems 1
   */
  clients: [string, ...string[]];
}
