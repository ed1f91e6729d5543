// Made from schemas/*.schema.json by `npm run schemas`; not to be edited.

/**
 * The answer of POST /logout.
 */
export interface Logout {
  return: 'Your token has been cleared';
}
