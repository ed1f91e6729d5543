import { OPCODE, unmask, type Frame } from '../../websocket/frame.ts';

/** Bytes that a message may have: Tornado's own limit. */
export const LONGEST_MESSAGE = 10 * 1024 * 1024;

const NOTHING = Buffer.alloc(0);

/** What stands at the beginning of the bytes at hand: a frame, or what is wrong with them. */
export type ReadFrame = ({ readonly kind: 'frame' } & Frame) | 'broken' | 'too big' | undefined;

/** Takes frames from the bytes of a connection; masked or not is the same to Tornado. */
export class FrameReader {
  #bytes: Buffer = NOTHING;

  /** Bytes that wait to be read. */
  get length(): number {
    return this.#bytes.length;
  }

  add(bytes: Buffer): void {
    this.#bytes = this.#bytes.length === 0 ? bytes : Buffer.concat([this.#bytes, bytes]);
  }

  /**
   * Takes the next frame; undefined where it has not come in whole.
   *
   * @param begun bytes of the message that has begun
   */
  next(begun: number): ReadFrame {
    const bytes = this.#bytes;
    const [first, second] = bytes;
    if (first === undefined || second === undefined) return undefined;
    const opcode = first & 0x0f;
    const short = second & 0x7f;
    if ((first & 0x70) !== 0 || (opcode >= OPCODE.close && short > 125)) return 'broken';
    const lengthSize = short === 127 ? 8 : short === 126 ? 2 : 0;
    if (bytes.length < 2 + lengthSize) return undefined;
    const length = lengthSize === 0 ? short : lengthAt(bytes, lengthSize);
    if (begun + length > LONGEST_MESSAGE) return 'too big';
    const isMasked = (second & 0x80) !== 0;
    const begin = 2 + lengthSize + (isMasked ? 4 : 0);
    const end = begin + length;
    if (bytes.length < end) return undefined;
    this.#bytes = bytes.subarray(end);
    const payload = Buffer.from(bytes.subarray(begin, end));
    if (isMasked) unmask(payload, bytes.subarray(begin - 4, begin));
    return { kind: 'frame', isFinal: (first & 0x80) !== 0, opcode, isMasked, payload };
  }
}

function lengthAt(bytes: Buffer, size: 2 | 8): number {
  return size === 2 ? bytes.readUInt16BE(2) : Number(bytes.readBigUInt64BE(2));
}
