import type { IncomingMessage } from 'node:http';

/** Reads a request's whole body; an aborted request rejects. */
export function readBody(req: IncomingMessage): Promise<Buffer> {
  return new Promise((resolve, reject) => {
    const chunks: Buffer[] = [];
    req.on('data', (chunk: Buffer) => chunks.push(chunk));
    req.once('end', () =>
      resolve(chunks.length === 1 && chunks[0] ? chunks[0] : Buffer.concat(chunks)),
    );
    req.once('error', reject);
    req.once('close', () => {
      if (req.complete) return;
      reject(new Error('the client went away before its request was complete'));
    });
  });
}
