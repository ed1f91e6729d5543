import type { BodyPart, BodyReader } from '../../sockets/body-reader.ts';
import { LONGEST_BODY } from './framing.ts';
import { TOO_LONG, unreadable, type Reading, type Unreadable } from './reading.ts';

/** Bytes that the line with a chunk's size may have, its end included. */
const LONGEST_LINE = 64;

const NOTHING = Buffer.alloc(0);

/** Chunks that are none. */
export class BadChunk extends Error {
  readonly verdict: Unreadable;

  constructor(verdict: Unreadable) {
    super('bad chunk');
    this.verdict = verdict;
  }
}

/** A body in chunks, without extensions or trailers: Tornado knows neither. */
export class ChunkReader implements BodyReader {
  isDone = false;
  readonly #reading: Reading;
  #total = 0;
  /** Bytes of the chunk that has begun; undefined between two. */
  #remaining: number | undefined;

  constructor(reading: Reading) {
    this.#reading = reading;
  }

  /** @throws BadChunk */
  take(bytes: Buffer): BodyPart {
    const parts: Buffer[] = [];
    let used = 0;
    while (!this.isDone) {
      const rest = bytes.subarray(used);
      if (this.#remaining === undefined) {
        const line = this.#sizeLine(rest);
        if (line === 0) break;
        used += line;
      } else if (this.#remaining > 0) {
        if (rest.length === 0) break;
        const part = rest.subarray(0, this.#remaining);
        parts.push(part);
        used += part.length;
        this.#remaining -= part.length;
      } else {
        if (rest.length < 2) break;
        this.#expect(rest.toString('latin1', 0, 2) === '\r\n');
        used += 2;
        this.#remaining = undefined;
      }
    }
    return { data: parts.length === 0 ? NOTHING : Buffer.concat(parts), used };
  }

  /** Takes the line with a size, and after the last one the empty line; gives the bytes it took. */
  #sizeLine(bytes: Buffer): number {
    const end = bytes.indexOf('\r\n');
    if ((end < 0 ? bytes.length : end + 2) > LONGEST_LINE) throw new BadChunk(TOO_LONG);
    if (end < 0) return 0;
    const size = this.#sizeOf(bytes.toString('latin1', 0, end));
    if (size === 0) {
      if (bytes.length < end + 4) return 0;
      this.#expect(bytes.toString('latin1', end + 2, end + 4) === '\r\n');
      this.isDone = true;
      return end + 4;
    }
    this.#total += size;
    this.#expect(this.#total <= LONGEST_BODY);
    this.#remaining = size;
    return end + 2;
  }

  #sizeOf(text: string): number {
    const isSize =
      this.#reading === 'strict'
        ? /^[0-9a-fA-F]+$/.test(text)
        : /^\s*\+?(?:0[xX]_?)?[0-9a-fA-F]+(?:_[0-9a-fA-F]+)*\s*$/.test(text);
    this.#expect(isSize);
    return Number.parseInt(text.replaceAll('_', ''), 16);
  }

  #expect(isGood: boolean): void {
    if (!isGood) throw new BadChunk(unreadable(this.#reading));
  }
}
