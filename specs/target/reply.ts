import type { IncomingMessage } from 'node:http';
import type { Header } from '../../report/result.ts';
import { SchemaMismatch } from '../schema-mismatch.ts';

/** A reply as it came in. */
export interface Reply {
  readonly status: number;
  readonly reason: string;
  /** In the order and case of the wire. */
  readonly headers: readonly Header[];
  readonly bytes: Buffer;
  /** The bytes as UTF-8. */
  readonly body: string;
  /** The first header of that name, whatever its case. */
  header(name: string): string | undefined;
  /** The values of all headers of that name, in order. */
  headerValues(name: string): string[];
  /**
   * The body as JSON.
   *
   * @throws SchemaMismatch where it is none
   */
  json(): unknown;
}

/** The head of a reply that is coming in. */
export function headOf(incoming: IncomingMessage): Pick<Reply, 'status' | 'reason' | 'headers'> {
  const headers: Header[] = [];
  for (let at = 0; at < incoming.rawHeaders.length; at += 2) {
    headers.push([incoming.rawHeaders[at] ?? '', incoming.rawHeaders[at + 1] ?? '']);
  }
  return { status: incoming.statusCode ?? 0, reason: incoming.statusMessage ?? '', headers };
}

/** A reply of this head and these bytes. */
export function replyOf(
  { status, reason, headers }: Pick<Reply, 'status' | 'reason' | 'headers'>,
  bytes: Buffer,
): Reply {
  const body = bytes.toString();
  const headerValues = (name: string): string[] =>
    headers
      .filter(([known]) => known.toLowerCase() === name.toLowerCase())
      .map(([, value]) => value);
  return {
    status,
    reason,
    headers,
    bytes,
    body,
    headerValues,
    header: (name) => headerValues(name)[0],
    json: () => parseJson(body, `The reply (${status} ${reason})`),
  };
}

/**
 * Reads JSON that a target sent.
 *
 * @throws SchemaMismatch where it is none
 */
export function parseJson(text: string, what: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch (cause) {
    throw new SchemaMismatch(`${what} is not JSON: ${JSON.stringify(text.slice(0, 400))}`, {
      cause,
    });
  }
}
