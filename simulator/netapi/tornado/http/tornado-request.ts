import { IncomingMessage } from 'node:http';
import type { Socket } from 'node:net';
import type { RequestHead } from './request-head.ts';

/** Takes a connection over for what is no longer HTTP, and the bytes that have come already. */
export type TakeOver = (socket: Socket, bytes: Buffer) => void;

/**
 * A request as Tornado hands it on: Node's own kind, whole.
 *
 * Everything is a property of the instance, since Express puts its own prototype in.
 */
export class TornadoRequest extends IncomingMessage {
  /** What it asks for, as it stood in its first line. */
  readonly uri: string;
  readonly content: Buffer;
  /** Called once the answer is out, where there is one. */
  takeOver: TakeOver | undefined;
  /** Takes the place of Node's own, which would read the socket. */
  override _read = (): void => undefined;

  constructor(socket: Socket, { line, headers }: RequestHead, content: Buffer) {
    super(socket);
    this.content = content;
    this.method = line.method;
    this.uri = line.uri;
    // Express looks for a path in it.
    this.url = line.uri.startsWith('/') ? line.uri : `/${line.uri}`;
    this.rawHeaders = headers.fields.flat();
    this.headers = Object.fromEntries(headers.byName);
    this.httpVersion = line.version;
    this.httpVersionMajor = 1;
    // What is not 1.1 is old to Tornado.
    this.httpVersionMinor = line.version === '1.1' ? 1 : 0;
    this.complete = true;
    if (content.length > 0) this.push(content);
    this.push(null);
  }
}
