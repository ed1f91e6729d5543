const LINE_FEED = 0x0a;

/** A body that is read line by line, or the rest of it at once. */
export class BodyLines {
  readonly #bytes: Buffer;
  #at = 0;
  /** Whether somebody has read up to the end, and looked further. */
  isDone = false;

  constructor(bytes: Buffer) {
    this.#bytes = bytes;
  }

  /** The next line with its line feed; nothing at the end. */
  next(): Buffer {
    const end = this.#bytes.indexOf(LINE_FEED, this.#at);
    if (end < 0) this.isDone = true;
    const line = this.#bytes.subarray(this.#at, end < 0 ? undefined : end + 1);
    this.#at += line.length;
    return line;
  }

  /** Everything that is left. */
  rest(): Buffer {
    const rest = this.#bytes.subarray(this.#at);
    this.#at = this.#bytes.length;
    return rest;
  }
}
