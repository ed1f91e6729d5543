/**
 * A target that takes a connection and then gives no HTTP reply: it hangs up, stays silent, or
 * answers something else. That is a verdict on the target; one that cannot be reached at all is not.
 */
export class NoReply extends Error {
  override readonly name = 'NoReply';
}
