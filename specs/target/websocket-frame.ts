/** What a frame is for (RFC 6455 §5.2). */
export const OPCODE = {
  continuation: 0,
  text: 1,
  binary: 2,
  close: 8,
  ping: 9,
  pong: 10,
} as const;

/** Where a frame is not as it should be. */
export interface FrameChanges {
  /** @default true */
  readonly isFinal?: boolean;
  /** @default true */
  readonly isMasked?: boolean;
  /** The three reserved bits, 4 for the first. @default 0 */
  readonly reserved?: number;
}

/** A frame that came in. */
export interface ReceivedFrame {
  readonly isFinal: boolean;
  readonly isMasked: boolean;
  readonly opcode: number;
  readonly payload: Buffer;
}

/** The same for every frame: who masks its own test data has nothing to hide. */
const MASK = Buffer.from([0x37, 0xfa, 0x21, 0x3d]);

/** A frame as clients send it, or deliberately not. */
export function clientFrame(
  opcode: number,
  payload: Buffer | string = '',
  { isFinal = true, isMasked = true, reserved = 0 }: FrameChanges = {},
): Buffer {
  const data = Buffer.from(payload);
  const first = (isFinal ? 0x80 : 0) | (reserved << 4) | opcode;
  const head = Buffer.concat([Buffer.from([first]), lengthOf(data.length, isMasked)]);
  if (!isMasked) return Buffer.concat([head, data]);
  const masked = data.map((byte, at) => byte ^ (MASK[at % 4] ?? 0));
  return Buffer.concat([head, MASK, masked]);
}

/** The payload of a close frame. */
export function closePayload(code: number, reason: Buffer | string = ''): Buffer {
  const head = Buffer.alloc(2);
  head.writeUInt16BE(code);
  return Buffer.concat([head, Buffer.from(reason)]);
}

/** The whole frames at the beginning of the bytes; the payload of a masked one is left as it is. */
export function framesIn(bytes: Buffer): ReceivedFrame[] {
  const frames: ReceivedFrame[] = [];
  let at = 0;
  while (bytes.length >= at + 2) {
    const [first, second] = [bytes.readUInt8(at), bytes.readUInt8(at + 1)];
    const short = second & 0x7f;
    const size = short === 127 ? 8 : short === 126 ? 2 : 0;
    if (bytes.length < at + 2 + size) break;
    const length =
      size === 0
        ? short
        : size === 2
          ? bytes.readUInt16BE(at + 2)
          : Number(bytes.readBigUInt64BE(at + 2));
    const isMasked = second > 0x7f;
    const begin = at + 2 + size + (isMasked ? 4 : 0);
    if (bytes.length < begin + length) break;
    const payload = bytes.subarray(begin, begin + length);
    frames.push({ isFinal: first > 0x7f, isMasked, opcode: first & 0x7f, payload });
    at = begin + length;
  }
  return frames;
}

function lengthOf(length: number, isMasked: boolean): Buffer {
  const bit = isMasked ? 0x80 : 0;
  if (length < 126) return Buffer.from([bit | length]);
  const isLong = length > 0xffff;
  const head = Buffer.alloc(isLong ? 9 : 3);
  head[0] = bit | (isLong ? 127 : 126);
  if (isLong) head.writeBigUInt64BE(BigInt(length), 1);
  else head.writeUInt16BE(length, 1);
  return head;
}
