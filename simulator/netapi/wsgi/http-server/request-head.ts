import { mailHeaders, type MailHeaders } from './mail-headers.ts';
import { refusal, type Refusal } from './refusal.ts';
import { OLDEST, parseRequestLine, type EmptyLine, type RequestLine } from './request-line.ts';

/** A request's head that http.server accepts. */
export interface RequestHead {
  readonly kind: 'head';
  readonly line: RequestLine;
  readonly headers: MailHeaders;
  /** Bytes up to the body. */
  readonly size: number;
}

/** What cannot be judged before more bytes come. */
interface Incomplete {
  readonly kind: 'incomplete';
}

const INCOMPLETE: Incomplete = { kind: 'incomplete' };

/** Bytes that a line may have. */
const LONGEST_LINE = 65_536;

/** Lines that headers may have, the empty one at their end among them. */
const MOST_LINES = 100;

const LINE_TOO_LONG = refusal(414, 'Request-URI Too Long', 'URI is too long');
const HEADER_TOO_LONG = refusal(
  431,
  'Line too long',
  `got more than ${LONGEST_LINE} bytes when reading header line`,
);
const TOO_MANY_HEADERS = refusal(431, 'Too many headers', `got more than ${MOST_LINES} headers`);

/**
 * Reads the head of a request line by line: what is wrong is told as soon as its line is complete
 * (http.server of Python 3.11). LF ends a line as CRLF does, and so does the end of what is sent.
 *
 * @param isEnded whether the client sends no more
 */
export function parseHead(
  bytes: Buffer,
  isEnded: boolean,
): RequestHead | EmptyLine | Refusal | Incomplete {
  const lineEnd = endOfLine(bytes, 0, isEnded);
  if (lineEnd === 'too long') return LINE_TOO_LONG;
  if (lineEnd === undefined) return INCOMPLETE;
  const line = parseRequestLine(bytes.toString('latin1', 0, lineEnd));
  if (line.kind !== 'line') return line;
  const size = endOfHeaders(bytes, lineEnd, isEnded);
  if (size === undefined) return INCOMPLETE;
  if (typeof size !== 'number') return { ...size, ...visibleTo(line) };
  return {
    kind: 'head',
    line,
    headers: mailHeaders(bytes.toString('latin1', lineEnd, size)),
    size,
  };
}

function endOfHeaders(bytes: Buffer, from: number, isEnded: boolean): number | Refusal | undefined {
  let at = from;
  for (let lines = 1; ; lines += 1) {
    const end = endOfLine(bytes, at, isEnded);
    if (end === 'too long') return HEADER_TOO_LONG;
    if (end === undefined) return undefined;
    if (lines > MOST_LINES) return TOO_MANY_HEADERS;
    if (end === at || ['\n', '\r\n'].includes(bytes.toString('latin1', at, end))) return end;
    at = end;
  }
}

/** Where the next line begins; undefined where this one has no end yet. */
function endOfLine(bytes: Buffer, from: number, isEnded: boolean): number | 'too long' | undefined {
  const at = bytes.indexOf('\n', from);
  const end = at < 0 ? bytes.length : at + 1;
  if (end - from > LONGEST_LINE) return 'too long';
  return at < 0 && !isEnded ? undefined : end;
}

/** What a client sees of a refusal, once its request line is known. */
function visibleTo({ method, protocol }: RequestLine): Pick<Refusal, 'hasHead' | 'hasBody'> {
  return { hasHead: protocol !== OLDEST, hasBody: method !== 'HEAD' };
}
