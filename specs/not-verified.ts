/** A requirement that cannot be tried on this target now; the message is the cause that reports show. */
export class NotVerified extends Error {
  override readonly name = 'NotVerified';
}
