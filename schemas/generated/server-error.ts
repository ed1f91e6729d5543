// Made from schemas/*.schema.json by `npm run schemas`; not to be edited.

/**
 * The answer where a handler fails on something it did not expect; with the option debug the text is a traceback.
 */
export interface ServerError {
  status: 500;
  return: string;
}
