// Made from schemas/*.schema.json by `npm run schemas`; not to be edited.

/**
 * The answer of POST /token: Salt eauth tokens, one for each chunk of credentials.
 */
export type Tokens = {
  /**
   * Seconds since the epoch.
   */
  start: number;
  /**
   * Seconds since the epoch.
   */
  expire: number;
  name: string;
  eauth: string;
  token: string;
}[];
