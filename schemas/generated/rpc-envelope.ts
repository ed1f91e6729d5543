// Made from schemas/*.schema.json by `npm run schemas`; not to be edited.

/**
 * What RaaS answers to a call.
 */
export interface RpcEnvelope {
  /**
   * The id of the request, the caller's own where it sent one.
   */
  riq: number;
  /**
   * What the method returns.
   */
  ret: {
    [k: string]: unknown;
  };
  error: null | {
    code: number;
    message: string;
    detail?: unknown;
    [k: string]: unknown;
  };
  warnings: unknown[];
  [k: string]: unknown;
}
