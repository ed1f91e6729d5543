import { isUtf8 } from 'node:buffer';
import { OPCODE, type Frame } from '../../websocket/frame.ts';

/** What one frame leads to; nothing where a message goes on, or for what Salt does not look at. */
export type Received =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'ping'; readonly data: Buffer }
  /** What the client closes with: its code, or nothing. */
  | { readonly kind: 'close'; readonly code: Buffer }
  | 'bad reason'
  | 'broken'
  | undefined;

const NOTHING = Buffer.alloc(0);

/** Puts messages together from frames; whatever is wrong with them ends the connection without a word. */
export class MessageReader {
  /** The message that has begun. */
  #message: { readonly opcode: number; data: Buffer } | undefined;

  /** Bytes of the message that has begun. */
  get length(): number {
    return this.#message?.data.length ?? 0;
  }

  take({ isFinal, opcode, payload }: Frame): Received {
    if (opcode >= OPCODE.close) return isFinal ? control(opcode, payload) : 'broken';
    if ((opcode === OPCODE.continuation) !== (this.#message !== undefined)) return 'broken';
    if (this.#message === undefined) this.#message = { opcode, data: payload };
    else this.#message.data = Buffer.concat([this.#message.data, payload]);
    if (!isFinal) return undefined;
    const { opcode: kind, data } = this.#message;
    this.#message = undefined;
    if (kind === OPCODE.binary) return undefined;
    if (kind !== OPCODE.text || !isUtf8(data)) return 'broken';
    return { kind: 'text', text: data.toString() };
  }
}

function control(opcode: number, payload: Buffer): Received {
  switch (opcode) {
    case OPCODE.close: {
      const reason = payload.subarray(2);
      if (!isUtf8(reason)) return 'bad reason';
      return { kind: 'close', code: payload.length < 2 ? NOTHING : payload.subarray(0, 2) };
    }
    case OPCODE.ping:
      return { kind: 'ping', data: payload };
    case OPCODE.pong:
      return undefined;
    default:
      return 'broken';
  }
}
