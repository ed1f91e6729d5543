import type { Json } from '../json.ts';
import { ERROR_CODES } from './error-codes.ts';
import type { RpcError } from './rpc-error.ts';

/** What every call is answered with (raas §4.2). */
export interface Envelope {
  /** The id of the request, the client's own or one made up. */
  readonly riq: number;
  readonly ret: unknown;
  readonly error: null | { readonly code: number; readonly message: string; readonly detail: Json };
  readonly warnings: readonly string[];
}

/** The envelope of a call that failed. */
export function failed(riq: number, { name, message, detail }: RpcError): Envelope {
  const error = { code: ERROR_CODES[name], message, detail: detail ?? null };
  return { riq, ret: null, error, warnings: [] };
}

/** What a list of calls is answered with: the envelopes in order, and whether one failed (raas §4.3). */
export interface Batch {
  readonly ret: readonly Envelope[];
  readonly batched_retcode: 0 | 1;
}

/** The answer to a list of calls. */
export function batchOf(envelopes: readonly Envelope[]): Batch {
  const failures = envelopes.some(({ error }) => error !== null);
  return { ret: envelopes, batched_retcode: failures ? 1 : 0 };
}
