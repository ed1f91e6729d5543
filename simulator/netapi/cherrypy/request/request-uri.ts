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
  if (!/[\x80-\xff]/.test(joined)) return { path: joined, query };
  try {
    const decoder = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });
    return { path: decoder.decode(Buffer.from(joined, 'latin1')), query };
  } catch {
    return { path: joined, query };
  }
}
