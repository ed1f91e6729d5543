import type { EauthToken } from '../../../master/tokens.ts';
import type { Exchange } from '../exchange.ts';
import { parseCookie } from './parse-cookie.ts';

/** The name of the cookie that carries a token. */
export const TOKEN_COOKIE = 'session_id';

/**
 * The token that a request carries: that of its header, else that of its cookie. An empty header
 * counts on lines that only ask whether it is there (rest-tornado-wsgi §2.9; seen on 3006.28,
 * 3007.15 and 3008.3).
 */
export function tokenOf({ req, server }: Exchange): string | undefined {
  const header = req.headers['x-auth-token'];
  const { emptyTokenCounts, cookieQuotes } = server.master.profile.tornado;
  if (typeof header === 'string' && (header !== '' || emptyTokenCounts)) return header;
  return parseCookie(req.headers.cookie ?? '', cookieQuotes).get(TOKEN_COOKIE);
}

/** What the master knows of the token of a request; undefined where nobody has signed in. */
export function signedIn(exchange: Exchange): EauthToken | undefined {
  const token = tokenOf(exchange);
  return token === undefined || token === '' ? undefined : exchange.server.master.tokens.get(token);
}
