import { CookieError, parseCookies } from '../../../python/cookies.ts';
import type { Exchange } from '../exchange.ts';
import { HTTPError } from '../answer/http-error.ts';

/**
 * Reads the Cookie header, before anything is known of what the request is for.
 *
 * A refusal passes no tool: its page has neither CORS headers nor Vary. Real Salt puts a traceback
 * with paths of its own host into that page; this one has none.
 *
 * @returns the refusal of a header that Python's cookie reader throws at
 */
export function readCookies(exchange: Exchange): HTTPError | undefined {
  const header = exchange.headers.get('cookie');
  if (header === undefined) return undefined;
  try {
    exchange.cookies = parseCookies(header);
    return undefined;
  } catch (error) {
    if (!(error instanceof CookieError)) throw error;
    return new HTTPError(400, error.message);
  }
}
