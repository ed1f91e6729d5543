import type { Header } from '../../report/result.ts';
import type { WireRequest } from './http.ts';
import type { Reply } from './reply.ts';

const JSON_HEADERS: readonly Header[] = [
  ['Accept', 'application/json'],
  ['Content-Type', 'application/json'],
];

/** Requests in short, over one way to send them. */
export class Requests {
  readonly send: (request: WireRequest) => Promise<Reply>;

  constructor(send: (request: WireRequest) => Promise<Reply>) {
    this.send = send;
  }

  get(path: string, headers: readonly Header[] = []): Promise<Reply> {
    return this.send({ method: 'GET', path, headers });
  }

  /** Posts JSON; a text with a Content-Type of its own goes out as it is. */
  post(path: string, body: unknown, headers: readonly Header[] = []): Promise<Reply> {
    const hasType = headers.some(([name]) => name.toLowerCase() === 'content-type');
    const isRaw = hasType && (typeof body === 'string' || Buffer.isBuffer(body));
    return this.send({
      method: 'POST',
      path,
      headers: [...(hasType ? [] : JSON_HEADERS), ...headers],
      body: isRaw ? body : JSON.stringify(body),
    });
  }
}
