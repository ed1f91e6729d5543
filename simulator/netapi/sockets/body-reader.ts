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
