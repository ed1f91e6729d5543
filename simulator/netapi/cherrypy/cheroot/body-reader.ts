import { parseChunkSize } from './chunk-size.ts';

/** What a reader took from the bytes at hand. */
export interface BodyPart {
  /** The part of the body that they held. */
  readonly data: Buffer;
  /** How many bytes were used up. */
  readonly used: number;
}

/** Takes a request's body from the bytes of its connection. */
export interface BodyReader {
  /** Whether the body has come in whole. */
  readonly isDone: boolean;
  /** @throws Error where the bytes are no body */
  take(bytes: Buffer): BodyPart;
}

const NOTHING = Buffer.alloc(0);

/** A body of so many bytes. */
export class LengthReader implements BodyReader {
  #remaining: number;

  constructor(length: number) {
    this.#remaining = length;
  }

  get isDone(): boolean {
    return this.#remaining === 0;
  }

  take(bytes: Buffer): BodyPart {
    const data = bytes.length <= this.#remaining ? bytes : bytes.subarray(0, this.#remaining);
    this.#remaining -= data.length;
    return { data, used: data.length };
  }
}

/** A body in chunks. The line after the last chunk is left where it is: to cheroot it is the next request's forgiven empty line. */
export class ChunkReader implements BodyReader {
  isDone = false;

  take(bytes: Buffer): BodyPart {
    const parts: Buffer[] = [];
    let used = 0;
    while (!this.isDone) {
      const lineEnd = bytes.indexOf('\n', used);
      if (lineEnd < 0) break;
      const size = parseChunkSize(bytes.toString('latin1', used, lineEnd));
      if (size <= 0) {
        this.isDone = true;
        used = lineEnd + 1;
        break;
      }
      const dataEnd = lineEnd + 1 + size;
      if (bytes.length < dataEnd + 2) break;
      if (bytes.toString('latin1', dataEnd, dataEnd + 2) !== '\r\n')
        throw new Error('a chunk does not end where it should');
      parts.push(bytes.subarray(lineEnd + 1, dataEnd));
      used = dataEnd + 2;
    }
    return { data: parts.length === 0 ? NOTHING : Buffer.concat(parts), used };
  }
}
