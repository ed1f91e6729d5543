/** A call that must succeed and came back with an error; a verdict on the target, not on the suite. */
export class RpcFailure extends Error {
  override readonly name = 'RpcFailure';
}
