// Made from schemas/*.schema.json by `npm run schemas`; not to be edited.

/**
 * The answer of POST /login to good credentials.
 */
export interface Login {
  /**
   * @minItems 1
   * @maxItems 1
   */
  return: [
    {
      /**
       * The id of the session.
       */
      token: string;
      /**
       * Seconds since 1970.
       */
      expire: number;
      /**
       * Seconds since 1970.
       */
      start: number;
      /**
       * The username as it was sent: a text, but also a number, a list or an object.
       */
      user: {
        [k: string]: unknown;
      };
      eauth: string;
      /**
       * What external_auth grants; an empty object where it says nothing of the user.
       */
      perms:
        | (
            | string
            | {
                [k: string]: unknown;
              }
          )[]
        | {};
    }
  ];
}
