import type { Header } from '../../report/result.ts';
import { replyOf, type Reply } from './reply.ts';

/** Bytes read as one HTTP reply; undefined where they are none. Chunks are not put together. */
export function httpReply(bytes: Buffer): Reply | undefined {
  const { startLine, headers, body } = messageOf(bytes);
  const [, status, reason = ''] = /^HTTP\/1\.[01] (\d{3}) ?(.*)$/.exec(startLine) ?? [];
  return status === undefined
    ? undefined
    : replyOf({ status: Number(status), reason, headers }, body);
}

/** The parts of an HTTP message, as far as they can be told apart. */
export function messageOf(bytes: Buffer): { startLine: string; headers: Header[]; body: Buffer } {
  const end = bytes.indexOf('\r\n\r\n');
  const head = bytes.subarray(0, end < 0 ? bytes.length : end).toString('latin1');
  const [startLine = '', ...lines] = head.split('\r\n');
  const headers = lines.map((line): Header => {
    const [name = '', ...value] = line.split(':');
    return [name, value.join(':').trim()];
  });
  return { startLine, headers, body: end < 0 ? Buffer.alloc(0) : bytes.subarray(end + 4) };
}
