import type { Header } from '../../../report/result.ts';
import type { Reply } from '../reply.ts';
import { cookiesOf } from './cookies.ts';

/** The cookie that every POST must carry while `tornado_xsrf_cookies_enabled` is on. */
export const XSRF_COOKIE = '_xsrf';

/** The header that must carry the same token; servers take any case of it. */
export const XSRF_HEADER = 'X-Xsrftoken';

/** A token in the two places that must agree. */
export interface XsrfToken {
  readonly cookie: string;
  readonly header: string;
}

/**
 * The token of a reply. Where it sets a cookie alone the header takes the same text, as clients do.
 * Undefined where there is no cookie: the check is switched off then.
 */
export function xsrfOf(reply: Reply): XsrfToken | undefined {
  const cookie = cookiesOf(reply).get(XSRF_COOKIE);
  return cookie === undefined ? undefined : { cookie, header: reply.header(XSRF_HEADER) ?? cookie };
}

/** The headers by which a POST shows its token. */
export function xsrfHeaders({ cookie, header }: XsrfToken): Header[] {
  return [
    ['Cookie', `${XSRF_COOKIE}=${cookie}`],
    [XSRF_HEADER, header],
  ];
}
