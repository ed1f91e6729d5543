import { sessionCookie } from './pipeline/sessions.ts';
import type { Exchange } from './exchange.ts';
import { reasonOf } from './status.ts';

/** Sends the answer: status line, headers in CherryPy's order, body. */
export function finalize(exchange: Exchange): void {
  const { res, method, responseHeaders, body } = exchange;
  const isStreamed = exchange.tools.stream && !responseHeaders.has('Content-Length');
  if (!isStreamed && !responseHeaders.has('Content-Length')) {
    responseHeaders.set('Content-Length', String(Buffer.byteLength(body)));
  }
  writeHead(exchange, isStreamed && method !== 'HEAD');
  res.end(method === 'HEAD' ? undefined : body);
}

/** Sends the head of an answer whose body comes in chunks or has a known length. */
export function writeHead(exchange: Exchange, isChunked: boolean): void {
  const { req, res, responseHeaders } = exchange;
  const head = [...responseHeaders].flat();
  const cookie = sessionCookie(exchange);
  if (cookie !== undefined) head.push('Set-Cookie', cookie);
  const isOldClient = req.httpVersion === '1.0';
  if (isChunked && !isOldClient) head.push('Transfer-Encoding', 'chunked');
  head.push(...connectionHeaders(exchange, isOldClient));
  for (const name of ['date', 'connection', 'transfer-encoding']) res.removeHeader(name);
  const status = exchange.status ?? 200;
  res.writeHead(status, reasonOf(status), head);
}

/** Seconds that cheroot keeps an idle connection. */
const KEEP_ALIVE_SECONDS = 10;

/**
 * What cheroot says of the connection: nothing where an HTTP/1.1 one stays open (rest-cherrypy §2.4).
 *
 * It closes after a HEAD whose answer has no length, since it does not know that nothing follows.
 */
function connectionHeaders(
  { headers, method, req, responseHeaders, res }: Exchange,
  isOldClient: boolean,
): string[] {
  const wish = headers.get('connection') ?? '';
  const hasLength = responseHeaders.has('Content-Length');
  const closes = isOldClient
    ? wish !== 'Keep-Alive' || !hasLength
    : wish === 'close' || (method === 'HEAD' && !hasLength);
  res.shouldKeepAlive = !closes;
  if (responseHeaders.has('Connection')) {
    // Node would take a handler's own keep-alive at its word; cheroot closes nevertheless.
    if (closes) res.once('finish', () => req.socket.end());
    return [];
  }
  if (closes) return isOldClient ? [] : ['Connection', 'close'];
  return isOldClient
    ? ['Connection', 'Keep-Alive', 'Keep-Alive', `timeout=${KEEP_ALIVE_SECONDS}`]
    : [];
}
