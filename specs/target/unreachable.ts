import { NotVerified } from '../not-verified.ts';
import { NoReply } from './no-reply.ts';

/** How a connection that never came about ends; how any other ends is the target's doing. */
const UNREACHABLE = new Set([
  'ECONNREFUSED',
  'EHOSTUNREACH',
  'ENETUNREACH',
  'ENOTFOUND',
  'EAI_AGAIN',
  'ETIMEDOUT',
]);

/** What a request without a reply says: NotVerified where the target was never reached, else NoReply. */
export function noReplyError(asked: string, error: NodeJS.ErrnoException): NotVerified | NoReply {
  const { code = '', message } = error;
  const said = `${asked} got no reply: ${message || code}`;
  if (/CERT|SELF_SIGNED|UNABLE_TO_|ERR_TLS|ERR_SSL/.test(code))
    return new NotVerified(`${said} (--ca names a certificate authority to trust)`, {
      cause: error,
    });
  if (UNREACHABLE.has(code)) return new NotVerified(said, { cause: error });
  return new NoReply(said, { cause: error });
}
