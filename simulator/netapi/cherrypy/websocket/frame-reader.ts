import { closing, CRASH, type Closing, type Crash } from './closing.ts';
import { OPCODE, unmask, type Frame } from '../../websocket/frame.ts';

/** Bytes that a payload may have; ws4py knows no limit but the machine's memory. */
const LONGEST_PAYLOAD = 64 * 1024 * 1024;

const NOTHING = Buffer.alloc(0);

/** What stands at the beginning of the bytes at hand: a frame, or what is wrong with them. */
export type ReadFrame = ({ readonly kind: 'frame' } & Frame) | Closing | Crash;

/** Reads frames from the bytes of a connection, with ws4py's verdict on broken ones (ws4py 0.6.0, framing.py). */
export class FrameReader {
  #bytes: Buffer = NOTHING;

  add(bytes: Buffer): void {
    this.#bytes = this.#bytes.length === 0 ? bytes : Buffer.concat([this.#bytes, bytes]);
  }

  /** Takes the next frame; undefined where it has not come in whole. A frame is refused as soon as its head can be seen to be wrong. */
  next(): ReadFrame | undefined {
    const bytes = this.#bytes;
    const [first, second] = bytes;
    if (first === undefined) return undefined;
    const isFinal = (first & 0x80) !== 0;
    const opcode = first & 0x0f;
    const isControl = opcode >= OPCODE.close;
    if ((first & 0x70) !== 0 || isReserved(opcode) || (isControl && !isFinal)) return closing(1002);
    if (second === undefined) return undefined;
    const short = second & 0x7f;
    if (isControl && short > 125) return closing(1002, 'Frame was too large');
    const lengthSize = short === 127 ? 8 : short === 126 ? 2 : 0;
    if (bytes.length < 2 + lengthSize) return undefined;
    const length = lengthSize === 0 ? short : lengthAt(bytes, lengthSize);
    if (length > 0x7fff_ffff_ffff_ffffn) return closing(1002, 'Frame was too large');
    if (length > LONGEST_PAYLOAD) return CRASH;
    const isMasked = (second & 0x80) !== 0;
    const begin = 2 + lengthSize + (isMasked ? 4 : 0);
    const end = begin + Number(length);
    if (bytes.length < end) return undefined;
    this.#bytes = bytes.subarray(end);
    const payload = Buffer.from(bytes.subarray(begin, end));
    if (isMasked) unmask(payload, bytes.subarray(begin - 4, begin));
    return { kind: 'frame', isFinal, opcode, isMasked, payload };
  }
}

function isReserved(opcode: number): boolean {
  return (opcode > OPCODE.binary && opcode < OPCODE.close) || opcode > OPCODE.pong;
}

function lengthAt(bytes: Buffer, size: 2 | 8): bigint | number {
  return size === 2 ? bytes.readUInt16BE(2) : bytes.readBigUInt64BE(2);
}
