import type { BodyPart, BodyReader } from '../../sockets/body-reader.ts';
import { parseChunkSize } from './chunk-size.ts';

const NOTHING = Buffer.alloc(0);

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
