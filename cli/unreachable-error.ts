/** A target that does not answer or does not let us in; no verdict on it. */
export class UnreachableError extends Error {
  override readonly name = 'UnreachableError';
}
