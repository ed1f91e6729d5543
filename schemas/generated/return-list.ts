// Made from schemas/*.schema.json by `npm run schemas`; not to be edited.

/**
 * The answer of POST / and of other URLs that run low data: an item a chunk, in the order of the chunks.
 */
export interface ReturnList {
  return: unknown[];
}
