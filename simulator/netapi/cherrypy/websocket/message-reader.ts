import { isUtf8 } from 'node:buffer';
import { closing, CRASH, type Closing, type Crash } from './closing.ts';
import { OPCODE, type Frame } from '../../websocket/frame.ts';
import { Utf8Validator } from './utf8-validator.ts';

/** What one frame leads to; nothing where a message goes on, or for a pong. */
export type Received =
  | { readonly kind: 'message'; readonly data: Buffer }
  | { readonly kind: 'ping'; readonly data: Buffer }
  | Closing
  | Crash
  | undefined;

/** Bytes that the fragments of a message may have together; ws4py knows no limit but the machine's memory. */
const LONGEST_MESSAGE = 64 * 1024 * 1024;

const INVALID_UTF8 = closing(1007, 'Invalid UTF-8 bytes');

/** The codes a client may close with, those from 3000 to 4999 aside. */
const CLOSING_CODES = [1000, 1001, 1002, 1003, 1007, 1008, 1009, 1010, 1011];

/** Puts messages together from frames, and answers broken ones as ws4py does (ws4py 0.6.0, streaming.py). */
export class MessageReader {
  readonly #utf8 = new Utf8Validator();
  /** The message that has begun. */
  #message: { readonly isText: boolean; data: Buffer } | undefined;

  take(frame: Frame): Received {
    // An empty payload may do without a mask.
    if (frame.payload.length > 0 && !frame.isMasked)
      return closing(1002, 'Missing masking when expected');
    switch (frame.opcode) {
      case OPCODE.text:
      case OPCODE.binary:
        return this.#begin(frame);
      case OPCODE.continuation:
        return this.#continue(frame);
      case OPCODE.close:
        return this.#close(frame.payload);
      case OPCODE.ping:
        return { kind: 'ping', data: frame.payload };
      default:
        return undefined;
    }
  }

  #begin(frame: Frame): Received {
    const earlier = this.#message;
    if (earlier !== undefined && earlier.data.length > 0) {
      // ws4py asks for the length of the text in characters, and trips over half of one.
      if (earlier.isText && !isUtf8(earlier.data)) return CRASH;
      return closing(1002, 'Received a new message before completing previous');
    }
    this.#message = { isText: frame.opcode === OPCODE.text, data: frame.payload };
    return this.#proceed(frame);
  }

  #continue(frame: Frame): Received {
    if (this.#message === undefined) return closing(1002, 'Message not started yet');
    if (this.#message.data.length + frame.payload.length > LONGEST_MESSAGE) return CRASH;
    this.#message.data = Buffer.concat([this.#message.data, frame.payload]);
    return this.#proceed(frame);
  }

  #proceed({ isFinal, payload }: Frame): Received {
    const { isText, data } = this.#message ?? { isText: false, data: payload };
    if (isText && payload.length > 0) {
      if (!this.#utf8.accepts(payload)) return INVALID_UTF8;
      if (isFinal && !this.#utf8.isComplete) return INVALID_UTF8;
    }
    if (!isFinal) return undefined;
    this.#message = undefined;
    this.#utf8.reset();
    return { kind: 'message', data };
  }

  /** Gives the answer to a close frame: its own code and reason, or 1005 with what is wrong with them. */
  #close(payload: Buffer): Closing {
    if (payload.length === 0) return closing(1005);
    if (payload.length === 1) return closing(1005, 'Payload has invalid length');
    const code = payload.readUInt16BE();
    if (!CLOSING_CODES.includes(code) && !(code > 2999 && code < 5000))
      return closing(1005, `Invalid Closing Frame Code: ${code}`);
    const reason = payload.subarray(2);
    // One validator serves all: half a character of a begun message counts here too.
    return this.#utf8.accepts(reason) && this.#utf8.isComplete
      ? closing(code, reason)
      : INVALID_UTF8;
  }
}
