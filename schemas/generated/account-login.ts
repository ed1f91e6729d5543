// Made from schemas/*.schema.json by `npm run schemas`; not to be edited.

/**
 * What RaaS answers to POST /account/login with good credentials, as far as clients read it.
 */
export interface AccountLogin {
  authenticated: true;
  /**
   * Where token_type was jwt.
   */
  jwt?: string;
  attributes: {
    username: string;
    config_name: string;
    [k: string]: unknown;
  };
  [k: string]: unknown;
}
