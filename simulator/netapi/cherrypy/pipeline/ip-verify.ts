import type { Exchange } from '../exchange.ts';
import { HTTPError } from '../answer/http-error.ts';

/**
 * Lets only the addresses of `authorized_ips` through, where the configuration has any.
 *
 * @throws HTTPError 403
 */
export function ipVerify(exchange: Exchange): void {
  const allowed = exchange.master.config.rest_cherrypy.authorized_ips ?? [];
  if (!exchange.tools.salt_ip_verify || allowed.length === 0) return;
  if (!allowed.includes(exchange.remoteIp)) throw new HTTPError(403, 'Bad IP');
}
