import { errorPage } from './error-page.ts';
import type { Exchange } from '../exchange.ts';
import type { HTTPError } from './http-error.ts';

/** Headers of a successful answer that CherryPy drops from an error. */
const DROPPED = [
  'Accept-Ranges',
  'Age',
  'Etag',
  'Location',
  'Retry-After',
  'Vary',
  'Content-Encoding',
  'Content-Length',
  'Expires',
  'Content-Location',
  'Content-Md5',
  'Last-Modified',
];

/**
 * Statuses whose page CherryPy once padded for an old browser: their length is known, and so
 * stands, before `Vary`; for all others it is added last.
 */
const LENGTH_FIRST = new Set([400, 403, 404, 405, 406, 408, 409, 410, 500, 501, 505]);

/** Puts an error's HTML page in place of whatever the answer was going to be. */
export function setErrorPage(exchange: Exchange, error: HTTPError, traceback?: string): void {
  const { responseHeaders } = exchange;
  for (const name of DROPPED) responseHeaders.delete(name);
  // Of a range that does not exist it tells which would.
  if (error.status !== 416) responseHeaders.delete('Content-Range');
  exchange.status = error.status;
  const { cherrypyVersion } = exchange.server;
  exchange.body = errorPage(error.status, error.message, cherrypyVersion, traceback);
  responseHeaders.set('Content-Type', 'text/html;charset=utf-8');
  if (LENGTH_FIRST.has(error.status))
    responseHeaders.set('Content-Length', String(Buffer.byteLength(exchange.body)));
}
