import { requestHeaders, type RequestHeaders } from './request-headers.ts';
import { framingOf, type Framing } from './framing.ts';
import { refuse, type Refusal } from './refusal.ts';
import { parseRequestLine, type RequestLine } from './request-line.ts';

/** A request's head that cheroot accepts. */
export interface RequestHead {
  readonly kind: 'head';
  readonly line: RequestLine;
  /** Names and values in turn, as they came. */
  readonly rawHeaders: string[];
  readonly headers: RequestHeaders;
  readonly framing: Framing;
  /** Bytes up to the body. */
  readonly size: number;
}

/** What cannot be judged before more bytes come. */
export interface Incomplete {
  readonly kind: 'incomplete';
}

const INCOMPLETE: Incomplete = { kind: 'incomplete' };

/** Bytes that request line and headers may have together. */
const LONGEST_HEAD = 500 * 1024;

const NO_CRLF = refuse('400 Bad Request', 'HTTP requires CRLF terminators');
const LINE_TOO_LONG = refuse(
  '414 Request-URI Too Long',
  'The Request-URI sent with the request exceeds the maximum allowed bytes.',
);

/**
 * Reads the head of the next request line by line, as cheroot does: what is wrong is told as soon
 * as its line is complete.
 *
 * @param isEnded whether the client sends no more
 */
export function parseHead(bytes: Buffer, isEnded: boolean): RequestHead | Refusal | Incomplete {
  const end = bytes.indexOf('\r\n\r\n');
  const text = bytes.toString('latin1', 0, end < 0 ? bytes.length : end + 4);
  // One empty line before a request is forgiven.
  const start = text.startsWith('\r\n') ? 2 : 0;
  const lineEnd = text.indexOf('\n', start);
  if ((lineEnd < 0 ? text.length : lineEnd) > LONGEST_HEAD) return LINE_TOO_LONG;
  if (lineEnd < 0) return isEnded && text.length > start ? NO_CRLF : INCOMPLETE;
  if (text[lineEnd - 1] !== '\r') return NO_CRLF;
  const line = parseRequestLine(text.slice(start, lineEnd - 1));
  if (line.kind === 'refused') return line;
  const found = headerLines(text, lineEnd + 1, line.isModern, isEnded);
  if (found.kind !== 'headers') return found;
  const headers = requestHeaders(found.rawHeaders);
  const framing = framingOf(headers, line.isModern);
  if (framing.kind === 'refused') return framing;
  const { rawHeaders, size } = found;
  return { kind: 'head', line, rawHeaders, headers, framing, size };
}

interface HeaderLines {
  readonly kind: 'headers';
  readonly rawHeaders: string[];
  readonly size: number;
}

/** A line that continues the one before is, to cheroot, another header of that name. */
function headerLines(
  text: string,
  from: number,
  isModern: boolean,
  isEnded: boolean,
): HeaderLines | Refusal | Incomplete {
  const tooLong = refuse(
    '413 Request Entity Too Large',
    'The headers sent with the request exceed the maximum allowed bytes.',
    isModern,
  );
  const rawHeaders: string[] = [];
  let name: string | undefined;
  for (let at = from; ;) {
    const end = text.indexOf('\n', at);
    if ((end < 0 ? text.length : end) > LONGEST_HEAD) return tooLong;
    if (end < 0) return isEnded ? unfinished(text.length > at) : INCOMPLETE;
    if (text[end - 1] !== '\r' || end === at) return NO_CRLF;
    if (end === at + 1) return { kind: 'headers', rawHeaders, size: end + 1 };
    const colon = text.indexOf(':', at);
    if (text[at] === ' ' || text[at] === '\t') {
      // Without a header to continue, cheroot stumbles over its own variable.
      if (name === undefined) return refuse('500 Internal Server Error');
      rawHeaders.push(name, text.slice(at, end - 1));
    } else if (colon < 0 || colon > end) {
      return refuse('400 Bad Request', 'Illegal header line.');
    } else {
      name = text.slice(at, colon).trim();
      rawHeaders.push(name, text.slice(colon + 1, end - 1));
    }
    at = end + 1;
  }
}

function unfinished(hasPart: boolean): Refusal {
  return hasPart ? NO_CRLF : refuse('400 Bad Request', 'Illegal end of headers.');
}
