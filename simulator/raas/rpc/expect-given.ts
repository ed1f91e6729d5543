import { RpcError } from './rpc-error.ts';

/**
 * An argument that a method needs though its signature has a null for it.
 *
 * @throws RpcError where it is missing
 */
export function expectGiven<Value>(value: Value | null, parameter: string): Value {
  if (value !== null) return value;
  throw new RpcError('InvalidRequest', `The arguments cannot be used: ${parameter} is missing.`, {
    [parameter]: ['is missing'],
  });
}
