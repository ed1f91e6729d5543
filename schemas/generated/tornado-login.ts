// Made from schemas/*.schema.json by `npm run schemas`; not to be edited.

/**
 * The answer of POST /login of rest_tornado to good credentials.
 */
export interface TornadoLogin {
  /**
   * @minItems 1
   * @maxItems 1
   */
  return: [
    {
      /**
       * The token itself, in hex: how long it is, hash_type decides.
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
