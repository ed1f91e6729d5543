import { PyException } from './exception.ts';
import { splitOnce } from './split-once.ts';

/** The parts of a URL; what is absent is empty. */
export interface SplitUrl {
  readonly scheme: string;
  readonly netloc: string;
  readonly path: string;
  readonly query: string;
  readonly fragment: string;
}

/**
 * A URL's parts as Python's `urllib.parse.urlsplit` takes them apart: tabs and line breaks vanish
 * from it, control characters from its front (seen with Python 3.11).
 *
 * @throws PyException for a host in brackets that is none, where Python raises ValueError
 */
export function urlSplit(url: string): SplitUrl {
  // oxlint-disable-next-line no-control-regex -- the WHATWG's control characters are what is meant
  let rest = url.replace(/^[\0-\x20]+/, '').replaceAll(/[\t\r\n]/g, '');
  let netloc = '';
  const [all = '', scheme = ''] = /^([a-zA-Z][a-zA-Z0-9+.-]*):/.exec(rest) ?? [];
  rest = rest.slice(all.length);
  if (rest.startsWith('//')) {
    netloc = /^[^/?#]*/.exec(rest.slice(2))?.[0] ?? '';
    rest = rest.slice(2 + netloc.length);
    if (netloc.includes('[') !== netloc.includes(']')) throw new PyException('Invalid IPv6 URL');
  }
  const [beforeFragment, fragment] = splitOnce(rest, '#');
  const [path, query] = splitOnce(beforeFragment, '?');
  return { scheme: scheme.toLowerCase(), netloc, path, query, fragment };
}
