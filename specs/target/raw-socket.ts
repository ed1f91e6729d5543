import type net from 'node:net';
import type { TlsTrust } from '../run-options.ts';
import { shownBytes } from './bytes.ts';
import { connect, connectedEvent } from './connect.ts';
import type { ExchangeLog } from './exchange-log.ts';
import { httpReply, messageOf } from './http-message.ts';
import type { Reply } from './reply.ts';
import { noReplyError } from './unreachable.ts';

/** What came back over a bare connection. */
export interface RawReply {
  readonly bytes: Buffer;
  /** Whether the target closed the connection; else it fell silent. */
  readonly isClosed: boolean;
  /** The bytes read as one HTTP reply, undefined where they are none. Chunks are not put together. */
  readonly reply: Reply | undefined;
}

/** Milliseconds to wait for the first byte, and for another once some have come. */
export interface Patience {
  readonly first: number;
  readonly next: number;
}

const PATIENCE: Patience = { first: 15_000, next: 1_000 };

/**
 * Sends bytes as they are, however malformed, and collects what comes until the target closes the
 * connection or falls silent.
 *
 * @throws NotVerified where the target cannot be reached
 */
export async function sendBytes(
  base: URL,
  trust: TlsTrust,
  bytes: Buffer,
  log: ExchangeLog,
  patience = PATIENCE,
): Promise<RawReply> {
  const sent = messageOf(bytes);
  const [method = '', path = ''] = sent.startLine.split(' ');
  const exchange = log.open('raw', { method, path, headers: sent.headers, body: sent.body }, bytes);
  const socket = connect(base, trust);
  try {
    const isClosed = await collect(socket, bytes, exchange.chunks, patience);
    const received = Buffer.concat(exchange.chunks);
    const reply = httpReply(received);
    exchange.head = reply;
    exchange.body = reply?.bytes ?? received;
    const oddity = reply === undefined ? `no HTTP reply: ${shownBytes(received)}` : undefined;
    exchange.end(isClosed ? 'target' : 'suite', oddity);
    return { bytes: received, isClosed, reply };
  } catch (error) {
    exchange.end('target', (error as Error).message);
    throw noReplyError(`${base.origin}, to ${bytes.length} bytes,`, error as Error);
  } finally {
    socket.destroy();
  }
}

/** Resolves to whether the target closed the connection; a reset counts as that once it stands. */
function collect(
  socket: net.Socket,
  bytes: Buffer,
  chunks: Buffer[],
  { first, next }: Patience,
): Promise<boolean> {
  return new Promise((resolve, reject) => {
    let isConnected = false;
    socket.once(connectedEvent(socket), () => {
      isConnected = true;
      socket.write(bytes);
    });
    socket.setTimeout(first, () => resolve(false));
    socket.on('data', (chunk) => {
      chunks.push(chunk);
      socket.setTimeout(next);
    });
    socket.once('close', () => resolve(true));
    socket.on('error', (error) => (isConnected ? resolve(true) : reject(error)));
  });
}
