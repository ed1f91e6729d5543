/** A call that Python refuses with a TypeError; the message is Python's. */
export class PyTypeError extends Error {
  override readonly name = 'PyTypeError';
}
