// Made from schemas/*.schema.json by `npm run schemas`; not to be edited.

/**
 * What RaaS answers with 401, as far as clients read it.
 */
export interface RpcUnauthorized {
  /**
   * @minItems 1
   */
  errors: [
    {
      title?: string;
      message?: string;
      detail?: unknown;
      [k: string]: unknown;
    },
    ...{
      title?: string;
      message?: string;
      detail?: unknown;
      [k: string]: unknown;
    }[]
  ];
  [k: string]: unknown;
}
