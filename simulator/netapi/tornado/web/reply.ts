import { createHash } from 'node:crypto';
import { STATUS_CODES } from 'node:http';
import { httpDate } from '../../../python/datetime.ts';
import type { Exchange } from '../exchange.ts';

/** What a handler answers with. */
export interface Reply {
  readonly status: number;
  /** Absent for none: 101 and 204. */
  readonly contentType?: string;
  readonly body: string;
  /** Headers of the handler's own, in their order. */
  readonly headers?: readonly (readonly [name: string, value: string])[];
  /** Cookies, which Tornado sends last. */
  readonly cookies?: readonly string[];
}

const HTML = 'text/html; charset=UTF-8';

/** A page that Tornado makes for a status: its number and reason, twice. */
export function errorPage(status: number): Reply {
  const words = `${status}: ${STATUS_CODES[status] ?? 'Unknown'}`;
  const body = `<html><title>${words}</title><body>${words}</body></html>`;
  return { status, contentType: HTML, body };
}

/** A text that a handler writes beside a status, without saying what it is. */
export function textReply(status: number, body: string): Reply {
  return { status, contentType: HTML, body };
}

/**
 * Sends a reply with its headers in Tornado's order; a GET that went well has an Etag, and is a 304
 * where the client has that already (rest-tornado-wsgi §2.3; seen on 3006.28, 3007.15 and 3008.3).
 */
export function sendReply(exchange: Exchange, reply: Reply): void {
  const { req, res } = exchange;
  const body = Buffer.from(reply.body);
  const etag = req.method === 'GET' && reply.status === 200 ? etagOf(body) : undefined;
  const isKnown = etag !== undefined && knows(req.headers['if-none-match'], etag);
  const { status, contentType } = isKnown ? { status: 304, contentType: undefined } : reply;
  const hasBody = ![101, 204, 304].includes(status);
  const head = [
    ...firstHeaders(exchange, contentType),
    ...(reply.headers ?? []),
    ...(etag === undefined ? [] : [['Etag', etag] as const]),
    ...(hasBody ? [['Content-Length', String(body.length)] as const] : []),
    ...(reply.cookies ?? []).map((cookie) => ['Set-Cookie', cookie] as const),
    ...connectionHeader(exchange),
  ];
  res.writeHead(status, STATUS_CODES[status] ?? 'Unknown', head.flat());
  res.end(hasBody ? body : undefined);
}

/** The headers that every reply begins with. */
export function firstHeaders(
  { server, allowedOrigin }: Exchange,
  contentType: string | undefined,
): (readonly [string, string])[] {
  return [
    ['Server', `TornadoServer/${server.tornadoVersion}`],
    ...(contentType === undefined ? [] : [['Content-Type', contentType] as const]),
    ['Date', httpDate(server.master.clock.now())],
    ...(allowedOrigin === undefined
      ? []
      : [['Access-Control-Allow-Origin', allowedOrigin] as const]),
  ];
}

function etagOf(body: Buffer): string {
  return `"${createHash('sha1').update(body).digest('hex')}"`;
}

function knows(ifNoneMatch: string | undefined, etag: string): boolean {
  const tags = (ifNoneMatch ?? '').match(/\*|(?:W\/)?"[^"]*"/g) ?? [];
  return tags[0] === '*' || tags.some((tag) => tag.replace(/^W\//, '') === etag);
}

/** What is said of the connection: that it stays open to HTTP/1.0, and that it ends where the line says so. */
export function connectionHeader({ req, server }: Exchange): (readonly [string, string])[] {
  const wish = (req.headers.connection ?? '').toLowerCase();
  if (req.httpVersion === '1.0' && wish === 'keep-alive') return [['Connection', 'Keep-Alive']];
  const isTold = req.httpVersion === '1.1' && server.master.profile.tornado.tellsOfClosing;
  return isTold && wish === 'close' ? [['Connection', 'close']] : [];
}
