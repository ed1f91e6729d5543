import type { Exchange } from '../exchange.ts';

/** Finds the session id: a non-empty `X-Auth-Token` header, else the last `session_id` cookie (rest-cherrypy §3.2). */
export function saltToken(exchange: Exchange): void {
  const header = exchange.tools.salt_token ? exchange.headers.get('x-auth-token') : undefined;
  exchange.sessionId = header === undefined || header === '' ? cookieOf(exchange) : header;
}

function cookieOf({ headers }: Exchange): string | undefined {
  const cookies = headers.get('cookie')?.split(';') ?? [];
  const found = cookies.findLast((cookie) => cookie.trimStart().startsWith('session_id='));
  return found
    ?.slice(found.indexOf('=') + 1)
    .trim()
    .replace(/^"(.*)"$/, '$1');
}
