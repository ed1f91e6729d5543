import { framingOf } from './framing.ts';
import {
  INCOMPLETE,
  TOO_LONG,
  unreadable,
  type Incomplete,
  type Reading,
  type Unreadable,
} from './reading.ts';
import { requestHeaders, type RequestHeaders } from './request-headers.ts';
import { requestLine, type RequestLine } from './request-line.ts';

/** A request's head that Tornado accepts. */
export interface RequestHead {
  readonly kind: 'head';
  readonly line: RequestLine;
  readonly headers: RequestHeaders;
  readonly keepsAlive: boolean;
  /** Bytes up to the body. */
  readonly size: number;
}

/** Bytes that request line and headers may have together. */
const LONGEST_HEAD = 64 * 1024;

/** Arguments that a query may have, where they are counted. */
const MOST_ARGUMENTS = 1000;

/** What Tornado takes for the name and port of a host. */
const HOST = /^(?:[[\]:A-Za-z0-9\-._~!$&'()*+;=]|%[0-9A-Fa-f]{2})*$/;

/** Reads the head of the next request, once it has come in whole. */
export function parseHead(bytes: Buffer, reading: Reading): RequestHead | Unreadable | Incomplete {
  const text = bytes.toString('latin1', 0, LONGEST_HEAD + 1);
  const end = /\r?\n\r?\n/.exec(text);
  const size = end === null ? bytes.length : end.index + end[0].length;
  if (size > LONGEST_HEAD) return TOO_LONG;
  if (end === null) return INCOMPLETE;
  // Empty lines before a request are forgiven, though two of them are a head of their own.
  const head = text.slice(0, size).replace(/^[\r\n]+/, '');
  const lineEnd = head.indexOf('\n');
  if (lineEnd < 0) return unreadable(reading);
  const line = requestLine(head.slice(0, lineEnd).replace(/\r+$/, ''), reading);
  const headers = requestHeaders(head.slice(lineEnd), reading);
  if (line === undefined || headers === undefined) return unreadable(reading);
  const keepsAlive = isKeptAlive(line, headers, reading);
  if (keepsAlive === undefined) return unreadable(reading);
  if (reading === 'strict' && !(hasGoodHost(line, headers) && hasGoodQuery(line)))
    return unreadable(reading);
  return { kind: 'head', line, headers, keepsAlive, size };
}

/** Old clients say that they wish it, and where the body ends; undefined where Tornado trips over that. */
function isKeptAlive(
  { method, version }: RequestLine,
  headers: RequestHeaders,
  reading: Reading,
): boolean | undefined {
  const wish = headers.byName.get('connection')?.toLowerCase();
  if (version === '1.1') return wish !== 'close';
  if (!headers.byName.has('content-length')) {
    const framing = framingOf(headers, reading);
    if (framing.kind === 'unreadable') return undefined;
    if (!framing.isChunked && method !== 'HEAD' && method !== 'GET') return false;
  }
  return wish === 'keep-alive';
}

function hasGoodHost({ version }: RequestLine, { byName }: RequestHeaders): boolean {
  const host = byName.get('host');
  return host === undefined ? version === '1.0' : HOST.test(host);
}

function hasGoodQuery({ uri }: RequestLine): boolean {
  const [, query = ''] = /\?([^]*)$/.exec(uri) ?? [];
  return query.split('&').length <= MOST_ARGUMENTS;
}
