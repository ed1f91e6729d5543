import type { BoundArguments } from './signature.ts';
import type { PyValue } from './value.ts';

/** A named argument of a call, of whatever kind of function; None where it has none of that name. */
export function argument(call: { readonly arguments: BoundArguments }, name: string): PyValue {
  return call.arguments.named.get(name) ?? null;
}
