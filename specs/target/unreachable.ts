import { NotVerified } from '../not-verified.ts';
import { NoReply } from './no-reply.ts';

/** How a connection that never came about ends; how any other ends is the target's doing. */
const UNREACHABLE: Readonly<Record<string, string>> = {
  ECONNREFUSED: 'nobody listens there',
  EHOSTUNREACH: 'no way leads to that host',
  ENETUNREACH: 'no way leads to that network',
  ENOTFOUND: 'there is no such host',
  EAI_AGAIN: 'the name of that host cannot be looked up',
  ETIMEDOUT: 'that host does not answer',
};

/** What a failed TLS handshake means, by what OpenSSL's and Node's codes have in common. */
const HANDSHAKES: readonly (readonly [code: RegExp, meaning: string])[] = [
  [/ALTNAME/, 'its certificate is for another host (--insecure trusts any)'],
  [/CERT_HAS_EXPIRED/, 'its certificate has expired (--insecure trusts any)'],
  [
    /CERT|SELF_SIGNED|UNABLE_TO_/,
    'its certificate is not trusted (--ca names a certificate authority to trust, --insecure trusts any)',
  ],
  [/WRONG_VERSION_NUMBER|EPROTO|ERR_SSL|ERR_TLS/, 'it does not speak TLS (http:// is without)'],
];

/** What a request without a reply says: NotVerified where the target was never reached, else NoReply. */
export function noReplyError(asked: string, error: NodeJS.ErrnoException): NotVerified | NoReply {
  const { code = '', message } = error;
  const [, meaning] = HANDSHAKES.find(([pattern]) => pattern.test(code)) ?? [];
  const why = meaning ?? UNREACHABLE[code];
  const said = `${asked} got no reply: ${why ?? (message || code)}`;
  return why === undefined
    ? new NoReply(said, { cause: error })
    : new NotVerified(said, { cause: error });
}
