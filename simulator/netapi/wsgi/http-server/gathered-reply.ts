import { Writable } from 'node:stream';
import { OLDEST } from './request-line.ts';

/** Takes in what Node writes of a reply, so that it can go out in the words of another server. */
export class GatheredReply extends Writable {
  readonly #chunks: Buffer[] = [];

  override _write(chunk: Buffer, _encoding: BufferEncoding, done: () => void): void {
    this.#chunks.push(chunk);
    done();
  }

  /**
   * What was written, as it goes out to a client of this protocol: of HTTP/1.0, which is all that
   * wsgiref speaks, and without a head for HTTP/0.9, which knows none.
   */
  bytesFor(protocol: string): Buffer {
    const bytes = Buffer.concat(this.#chunks);
    if (protocol === OLDEST) return bytes.subarray(bytes.indexOf('\r\n\r\n') + 4);
    const version = 'HTTP/1.0';
    return Buffer.concat([Buffer.from(version), bytes.subarray(version.length)]);
  }
}
