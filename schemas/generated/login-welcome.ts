// Made from schemas/*.schema.json by `npm run schemas`; not to be edited.

/**
 * The answer of GET /login.
 */
export interface LoginWelcome {
  status: null;
  return: 'Please log in';
}
