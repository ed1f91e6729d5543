import { createHash } from 'node:crypto';

/** What is appended to a key before it is hashed (RFC 6455 §1.3). */
const WS_KEY = '258EAFA5-E914-47DA-95CA-C5AB0DC85B11';

/** What a server answers to the key of a handshake, so that the client knows it was understood. */
export function acceptOf(key: string): string {
  return createHash('sha1')
    .update(key + WS_KEY)
    .digest('base64');
}
