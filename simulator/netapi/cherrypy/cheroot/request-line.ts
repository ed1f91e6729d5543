import { parseInteger } from '../../../python/int.ts';
import { refuse, type Refusal } from './refusal.ts';
import { requestTarget } from './request-target.ts';

/** The first line of a request that cheroot goes on with. */
export interface RequestLine {
  readonly kind: 'line';
  readonly method: string;
  /** The target as it came. */
  readonly uri: string;
  readonly path: string;
  readonly query: string;
  /** The protocol as it came, `HTTP/1.1`. */
  readonly protocol: string;
  /** Whether the client understands HTTP/1.1, not just 1.0. */
  readonly isModern: boolean;
}

const LOWER_CASE_METHOD =
  'Malformed method name: According to RFC 2616 (section 5.1.1) and its successors RFC 7230 (section 3.1.1) and RFC 7231 (section 4.1) method names are case-sensitive and uppercase.';

/**
 * Reads a request line by cheroot's rules, which are not those of the RFC: every method will do, and
 * a version is two numbers as Python reads numbers (cheroot 11.1.2).
 *
 * @param line without its line end
 */
export function parseRequestLine(line: string): RequestLine | Refusal {
  const [, method, uri, protocol] = /^([^ ]*) ([^ ]*) ([^]*)$/.exec(strip(line)) ?? [];
  if (method === undefined || uri === undefined || protocol === undefined)
    return refuse('400 Bad Request', 'Malformed Request-Line');
  const version = versionOf(protocol);
  if (version.kind === 'refused') return version;
  if (method !== upper(method)) return refuse('400 Bad Request', LOWER_CASE_METHOD);
  const target = requestTarget(method, uri);
  if (target.kind === 'refused') return target;
  if (version.major !== 1) return refuse('505 HTTP Version Not Supported');
  const { path, query } = target;
  return { kind: 'line', method, uri, path, query, protocol, isModern: version.minor === 1 };
}

interface Version {
  readonly kind: 'version';
  readonly major: number;
  readonly minor: number;
}

function versionOf(protocol: string): Version | Refusal {
  if (protocol === 'HTTP/1.1') return { kind: 'version', major: 1, minor: 1 };
  if (!protocol.startsWith('HTTP/'))
    return refuse('400 Bad Request', 'Malformed Request-Line: bad protocol');
  const dot = protocol.indexOf('.');
  if (dot < 0) return refuse('400 Bad Request', 'Malformed Request-Line: bad version');
  const major = parseInteger(protocol.slice(5, dot));
  const minor = parseInteger(protocol.slice(dot + 1));
  if (major === undefined || minor === undefined)
    return refuse('400 Bad Request', 'Malformed Request-Line');
  if (major > 1 || (major === 1 && minor > 1))
    return refuse('505 HTTP Version Not Supported', 'Cannot fulfill request');
  return { kind: 'version', major, minor };
}

/** White space off both ends, as Python's `bytes.strip` takes it. */
function strip(line: string): string {
  return line.replaceAll(/^[ \t\n\r\v\f]+|[ \t\n\r\v\f]+$/g, '');
}

/** Python's `bytes.upper`: ASCII only. */
function upper(method: string): string {
  return method.replaceAll(/[a-z]/g, (letter) => letter.toUpperCase());
}
