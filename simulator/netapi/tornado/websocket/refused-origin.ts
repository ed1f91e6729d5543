import type { Exchange } from '../exchange.ts';
import { allowedOrigin } from '../pipeline/allowed-origin.ts';

/** Whether a page of this origin may not open a websocket (rest-tornado-wsgi §6.2); no browser means no refusal. */
export function isRefusedOrigin(exchange: Exchange): boolean {
  const { checksOrigin } = exchange.server.master.profile.tornado.websocket;
  return checksOrigin === 'by Origin' ? isForeign(exchange) : isCrossSite(exchange);
}

/** Where there is a `cors_origin`, that alone decides; else the host that was asked. */
function isForeign(exchange: Exchange): boolean {
  const { req } = exchange;
  const origin = req.get('Origin') ?? req.get('Sec-WebSocket-Origin');
  if (origin === undefined) return false;
  return hasCorsOrigin(exchange)
    ? !isAllowed(exchange, origin)
    : hostOf(origin) !== req.get('Host');
}

/** The browser's own word counts most; then the host that was asked, and only then `cors_origin`. */
function isCrossSite(exchange: Exchange): boolean {
  const { req } = exchange;
  const site = req.get('Sec-Fetch-Site');
  const origin = req.get('Origin');
  if (site === 'same-origin' || site === 'none') return false;
  if (site !== undefined)
    return origin === undefined || origin === '' || !isAllowed(exchange, origin);
  if (origin === undefined || hostOf(origin) === (req.get('Host') ?? '').toLowerCase())
    return false;
  return !isAllowed(exchange, origin);
}

function hasCorsOrigin({ server }: Exchange): boolean {
  return server.master.config.rest_tornado.cors_origin !== undefined;
}

function isAllowed({ server }: Exchange, origin: string): boolean {
  return allowedOrigin(server.master.config.rest_tornado.cors_origin, origin) !== undefined;
}

/** Name and port in an origin, in small letters; empty where there are none. */
function hostOf(origin: string): string {
  const [, host = ''] = /^(?:[a-zA-Z][a-zA-Z0-9+.-]*:)?\/\/([^/?#]*)/.exec(origin) ?? [];
  return host.toLowerCase();
}
