import type { Exchange } from '../exchange.ts';

/** Finds the session id: a non-empty `X-Auth-Token` header, else the `session_id` cookie (rest-cherrypy §3.2). */
export function saltToken(exchange: Exchange): void {
  const header = exchange.tools.salt_token ? exchange.headers.get('x-auth-token') : undefined;
  exchange.sessionId =
    header === undefined || header === '' ? exchange.cookies.get('session_id') : header;
}
