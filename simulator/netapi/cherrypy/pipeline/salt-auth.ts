import type { Exchange } from '../exchange.ts';
import { HTTPError } from '../answer/http-error.ts';

/**
 * Lets only sessions through that somebody has logged in to.
 *
 * @throws HTTPError 401
 */
export function saltAuth(exchange: Exchange): void {
  if (!exchange.tools.salt_auth) return;
  if (exchange.requireSession().token === undefined) throw new HTTPError(401);
  exchange.responseHeaders.set('Cache-Control', 'private');
}
