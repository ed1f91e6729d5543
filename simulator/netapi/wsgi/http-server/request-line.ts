import { repr } from '../../../python/repr.ts';
import { badRequest, refusal, type Refusal } from './refusal.ts';

/** The first line of a request that http.server goes on with: every method and path will do. */
export interface RequestLine {
  readonly kind: 'line';
  readonly method: string;
  readonly path: string;
  /** As it came; `HTTP/0.9` where there was none. */
  readonly protocol: string;
}

/** A line of blanks, which is answered with nothing. */
export interface EmptyLine {
  readonly kind: 'empty';
}

/** The protocol of who names none, and the only one without heads. */
export const OLDEST = 'HTTP/0.9';

/** What `str.split` takes for white space, of the characters that a byte can be. */
// oxlint-disable-next-line no-control-regex -- Python splits at them
const WHITE_SPACE = /[\t-\r\u001c-\u0020\u0085\u00a0]+/;

/**
 * Reads a request line as http.server does (Python 3.11).
 *
 * @param line one character a byte, with its end
 */
export function parseRequestLine(line: string): RequestLine | EmptyLine | Refusal {
  const text = line.replace(/[\r\n]+$/, '');
  const words = text.split(WHITE_SPACE).filter((word) => word !== '');
  const [method = '', path = ''] = words;
  if (words.length === 0) return { kind: 'empty' };
  const protocol = words.length < 3 ? OLDEST : (words.at(-1) ?? OLDEST);
  const refused = words.length < 3 ? undefined : refusedVersion(protocol);
  if (refused !== undefined) return refused;
  const hasHead = protocol !== OLDEST;
  if (words.length === 1 || words.length > 3)
    return badRequest(`Bad request syntax (${repr(text)})`, hasHead);
  if (words.length === 2 && method !== 'GET')
    return badRequest(`Bad HTTP/0.9 request type (${repr(method)})`, hasHead);
  return { kind: 'line', method, path: path.replace(/^\/{2,}/, '/'), protocol };
}

/** Until its version is accepted a client is taken for one of HTTP/0.9, which hears no head. */
function refusedVersion(protocol: string): Refusal | undefined {
  const [, version, major] = /^HTTP\/((\d{1,10})\.\d{1,10})$/.exec(protocol) ?? [];
  if (version === undefined) return badRequest(`Bad request version (${repr(protocol)})`, false);
  if (Number(major) < 2) return undefined;
  return refusal(505, `Invalid HTTP version (${version})`, 'Cannot fulfill request', false);
}
