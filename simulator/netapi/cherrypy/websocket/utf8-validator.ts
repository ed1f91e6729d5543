import { isUtf8 } from 'node:buffer';

const NOTHING = Buffer.alloc(0);

/** Whether bytes that come piece by piece are UTF-8. */
export class Utf8Validator {
  /** The first bytes of a character that is not complete yet. */
  #begun: Buffer = NOTHING;

  /** Whether what has come ends where a character does. */
  get isComplete(): boolean {
    return this.#begun.length === 0;
  }

  reset(): void {
    this.#begun = NOTHING;
  }

  /** Takes the next piece; false as soon as no further bytes could make it UTF-8. */
  accepts(piece: Buffer): boolean {
    const bytes = Buffer.concat([this.#begun, piece]);
    for (let size = 0; size <= Math.min(3, bytes.length); size += 1) {
      const end = bytes.length - size;
      const begun = bytes.subarray(end);
      if (!isUtf8(bytes.subarray(0, end)) || !canBegin(begun)) continue;
      this.#begun = begun;
      return true;
    }
    return false;
  }
}

/** Every second byte that a first one allows lies at the low or at the high end of 80 to bf. */
const FILLERS = [0x80, 0xbf].flatMap((byte) => [1, 2, 3].map((count) => Buffer.alloc(count, byte)));

/** Whether bytes are nothing, or a character without its end. */
function canBegin(bytes: Buffer): boolean {
  if (bytes.length === 0) return true;
  return FILLERS.some((filler) => isUtf8(Buffer.concat([bytes, filler])));
}
