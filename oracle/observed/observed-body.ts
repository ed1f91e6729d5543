import { gunzipSync } from 'node:zlib';
import type { RecordedBytes } from '../../specs/recording.ts';
import type { ObservedBody } from './observed.ts';

/** The bytes that a body of a fixture or a recording stands for; of a compressed one the text. */
export function bytesOf(body: RecordedBytes | ObservedBody): Buffer {
  if (typeof body === 'string') return Buffer.from(body);
  if (isLines(body)) return Buffer.from(body.join('\n'));
  if ('base64' in body) return Buffer.from(body.base64, 'base64');
  return bytesOf(body.gzip);
}

/** A text as fixtures keep it: by lines, which a reader can compare. */
export function linesOf(text: string): string | readonly string[] {
  return text.includes('\n') ? text.split('\n') : text;
}

/**
 * A recorded body with every text in it rewritten.
 *
 * What is compressed is opened first: the same text compresses differently with different
 * libraries, so only the head and the text can be compared.
 */
export function observedBody(
  recorded: RecordedBytes,
  rewrite: (text: string) => string,
): ObservedBody {
  if (typeof recorded === 'string') return linesOf(rewrite(recorded));
  const bytes = Buffer.from(recorded.base64, 'base64');
  const text = gunzipped(bytes);
  if (text === undefined) return recorded;
  return { header: gzipHeader(bytes), gzip: linesOf(rewrite(text)) };
}

const GZIP_MAGIC = Buffer.from([0x1f, 0x8b]);

function gunzipped(bytes: Buffer): string | undefined {
  if (!bytes.subarray(0, 2).equals(GZIP_MAGIC)) return undefined;
  try {
    return gunzipSync(bytes).toString();
  } catch {
    return undefined;
  }
}

/** Ten bytes (RFC 1952 §2.3); four of them are the time of compression. */
function gzipHeader(bytes: Buffer): string {
  return `${bytes.toString('hex', 0, 4)}<time>${bytes.toString('hex', 8, 10)}`;
}

function isLines(body: object): body is readonly string[] {
  return Array.isArray(body);
}
