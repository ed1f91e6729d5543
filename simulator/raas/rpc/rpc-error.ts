import type { Json } from '../json.ts';
import type { ErrorName } from './error-codes.ts';

/** A call that fails: it is answered with HTTP 200 and this in the envelope's `error` (raas §4.2). */
export class RpcError extends Error {
  override readonly name: ErrorName;
  /** What is wrong, often by the parameter that it is wrong with. */
  readonly detail: Json | undefined;

  constructor(name: ErrorName, message: string, detail?: Json) {
    super(message);
    this.name = name;
    this.detail = detail;
  }
}
