/** The exceptions of Salt that netapi modules tell apart; `other` is everything they do not. */
export type SaltErrorKind =
  | 'AuthenticationError'
  | 'AuthorizationError'
  | 'EauthAuthenticationError'
  | 'TokenAuthenticationError'
  | 'SaltInvocationError'
  | 'SaltDaemonNotRunning'
  | 'SaltReqTimeoutError'
  | 'SaltClientTimeout'
  | 'other';

/** What the master answers to a load that it chokes on. */
export const UNHANDLED_LOAD = 'Some exception handling minion payload';

/**
 * An exception raised by the master or its client library while it serves a request.
 *
 * The message is Salt's own text, since netapi modules put it on the wire.
 */
export class SaltError extends Error {
  override readonly name = 'SaltError';
  readonly kind: SaltErrorKind;
  constructor(kind: SaltErrorKind, message: string) {
    super(message);
    this.kind = kind;
  }
}
