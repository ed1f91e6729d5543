import { decodeUtf8 } from '../../../python/decode-utf8.ts';
import type { RequestLine } from '../cheroot/request-line.ts';

/** What a request asks for, as CherryPy sees it. */
export interface RequestUri {
  /** Decoded but for `%2F`, without empty segments. */
  readonly path: string;
  readonly query: string;
}

/** Path and query as UTF-8, unless one of them is none: then each byte is a character of both. */
export function requestUri({ path, query }: RequestLine): RequestUri {
  const joined = path.replaceAll(/\/{2,}/g, '/');
  return { path: decodeUtf8(Buffer.from(joined, 'latin1')) ?? joined, query };
}
