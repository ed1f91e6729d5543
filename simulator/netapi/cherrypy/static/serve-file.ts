import { readFileSync, statSync, type Stats } from 'node:fs';
import { lookup } from 'mime-types';
import { MICROSECONDS } from '../../../master/clock.ts';
import { httpDate } from '../../../python/datetime.ts';
import type { Exchange } from '../exchange.ts';
import { HTTPError } from '../answer/http-error.ts';
import { Redirect } from '../answer/redirect.ts';
import type { Random } from '../../../master/random.ts';
import { byteRanges, type ByteRange } from './byte-ranges.ts';

/** Types that CherryPy names itself; for all others it asks the machine that it runs on. */
const CHERRYPY_TYPES: Readonly<Record<string, string>> = {
  '.dwg': 'image/x-dwg',
  '.ico': 'image/x-icon',
  '.bz2': 'application/x-bzip2',
  '.gz': 'application/x-gzip',
};

/**
 * Answers with a file or the parts of it that were asked for, as CherryPy's `serve_file` does.
 *
 * A file whose ending says nothing keeps the answer's content type.
 *
 * @returns false where there is no such file
 * @throws Redirect 304 and HTTPError 412 by the file's date, HTTPError 416 for parts beyond its end
 */
export function serveFile(exchange: Exchange, path: string): boolean {
  const { headers, responseHeaders, req } = exchange;
  const stats = fileAt(path);
  if (stats === undefined) return false;
  const modified = httpDate(Math.floor(stats.mtimeMs / 1000) * MICROSECONDS);
  responseHeaders.set('Last-Modified', modified);
  expectDate(exchange, modified);
  const type = contentType(path);
  if (type !== undefined) responseHeaders.set('Content-Type', type);
  const bytes = readFileSync(path);
  if (req.httpVersion !== '1.0') {
    responseHeaders.set('Accept-Ranges', 'bytes');
    const ranges = byteRanges(headers.get('range'), bytes.length);
    if (ranges !== undefined) {
      serveParts(exchange, bytes, ranges, type);
      return true;
    }
  }
  responseHeaders.set('Content-Length', String(bytes.length));
  exchange.body = bytes;
  return true;
}

function fileAt(path: string): Stats | undefined {
  try {
    const stats = statSync(path);
    return stats.isDirectory() ? undefined : stats;
  } catch {
    return undefined;
  }
}

function contentType(path: string): string | undefined {
  const dot = path.lastIndexOf('.');
  const ending = dot < 0 ? '' : path.slice(dot).toLowerCase();
  return CHERRYPY_TYPES[ending] ?? (lookup(ending) || undefined);
}

/** The dates of conditional requests are compared as texts. */
function expectDate({ headers }: Exchange, modified: string): void {
  const unmodifiedSince = headers.get('if-unmodified-since') ?? '';
  if (unmodifiedSince !== '' && unmodifiedSince !== modified)
    throw new HTTPError(412, 'Precondition in headers is false');
  if (headers.get('if-modified-since') === modified) throw new Redirect(304);
}

function serveParts(
  exchange: Exchange,
  bytes: Buffer,
  ranges: readonly ByteRange[],
  type: string | undefined,
): void {
  const { responseHeaders, master } = exchange;
  const [first, ...others] = ranges;
  if (first === undefined) {
    responseHeaders.set('Content-Range', `bytes */${bytes.length}`);
    throw new HTTPError(416, 'Invalid Range (first-byte-pos greater than Content-Length)');
  }
  exchange.status = 206;
  if (others.length > 0) {
    const boundary = boundaryOf(master.random);
    responseHeaders.set('Content-Type', `multipart/byteranges; boundary=${boundary}`);
    exchange.body = multipart(bytes, ranges, boundary, type);
    return;
  }
  const part = bytes.subarray(first.start, first.end);
  responseHeaders.set(
    'Content-Range',
    `bytes ${first.start}-${first.start + part.length - 1}/${bytes.length}`,
  );
  responseHeaders.set('Content-Length', String(part.length));
  exchange.body = part;
}

/** A boundary as Python's email package makes one. */
function boundaryOf(random: Random): string {
  const digits = [10 ** 10, 10 ** 9].map((limit) => String(random.below(limit)));
  return `${'='.repeat(15)}${digits[0]?.padStart(10, '0')}${digits[1]?.padStart(9, '0')}==`;
}

function multipart(
  bytes: Buffer,
  ranges: readonly ByteRange[],
  boundary: string,
  type: string | undefined,
): Buffer {
  const parts = ranges.flatMap(({ start, end }) => [
    Buffer.from(
      `--${boundary}\r\nContent-type: ${type ?? 'None'}\r\nContent-range: bytes ${start}-${end - 1}/${bytes.length}\r\n\r\n`,
    ),
    bytes.subarray(start, end),
    Buffer.from('\r\n'),
  ]);
  return Buffer.concat([Buffer.from('\r\n'), ...parts, Buffer.from(`--${boundary}--\r\n`)]);
}
