import { sessionCookie } from '../pipeline/sessions.ts';
import type { Exchange } from '../exchange.ts';
import { sendHead } from './send-head.ts';

/** Sends the answer: status line, headers in CherryPy's order, body. */
export function finalize(exchange: Exchange): void {
  const { res, method, responseHeaders, body } = exchange;
  const isStreamed = exchange.tools.stream && !responseHeaders.has('Content-Length');
  if (!isStreamed && !responseHeaders.has('Content-Length') && exchange.status !== NOT_MODIFIED) {
    responseHeaders.set('Content-Length', String(Buffer.byteLength(body)));
  }
  writeHead(exchange, isStreamed && method !== 'HEAD' && exchange.status !== SWITCHING_PROTOCOLS);
  if (method === 'HEAD') res.end();
  else res.end(hasOnlyAscii(exchange) ? body : Buffer.from(body));
}

/** The status whose answers never have a body, and so no length. */
const NOT_MODIFIED = 304;

/** The status after which the connection is no longer HTTP. */
const SWITCHING_PROTOCOLS = 101;

/** A header that came in comes back as it was; Node would send a text and what stands before it as UTF-8. */
function hasOnlyAscii({ responseHeaders }: Exchange): boolean {
  return !/[\x80-\xff]/.test(responseHeaders.get('Access-Control-Allow-Origin') ?? '');
}

/** Sends the head of an answer whose body comes in chunks or has a known length. */
export function writeHead(exchange: Exchange, isChunked: boolean): void {
  const { req, res, responseHeaders } = exchange;
  const head: string[] = [];
  for (const [name, value] of responseHeaders) head.push(name, value);
  const cookie = sessionCookie(exchange);
  if (cookie !== undefined) head.push('Set-Cookie', cookie);
  const isOldClient = req.httpVersion === '1.0';
  if (isChunked && !isOldClient) head.push('Transfer-Encoding', 'chunked');
  const closes = closesConnection(exchange, isChunked, isOldClient);
  if (!responseHeaders.has('Connection')) head.push(...connectionHeaders(closes, isOldClient));
  sendHead(res, exchange.status ?? 200, head, closes);
}

/** Seconds that cheroot keeps an idle connection. */
const KEEP_ALIVE_SECONDS = 10;

/** A body without a length, where it does not come in chunks, lasts until the connection ends. */
function closesConnection(
  { headers, responseHeaders, status }: Exchange,
  isChunked: boolean,
  isOldClient: boolean,
): boolean {
  const wish = headers.get('connection') ?? '';
  const hasEnd =
    responseHeaders.has('Content-Length') || status === NOT_MODIFIED || (isChunked && !isOldClient);
  return !hasEnd || (isOldClient ? wish !== 'Keep-Alive' : wish === 'close');
}

/** What cheroot says of the connection: nothing where an HTTP/1.1 one stays open (rest-cherrypy §2.4). */
function connectionHeaders(closes: boolean, isOldClient: boolean): string[] {
  if (closes) return isOldClient ? [] : ['Connection', 'close'];
  return isOldClient
    ? ['Connection', 'Keep-Alive', 'Keep-Alive', `timeout=${KEEP_ALIVE_SECONDS}`]
    : [];
}
