import { IncomingMessage } from 'node:http';
import type { Socket } from 'node:net';
import type { RequestHead } from './request-head.ts';

/**
 * A request as cheroot hands it on: Node's own kind, with what only cheroot knows of it.
 *
 * Everything is a property of the instance, since Express puts its own prototype in.
 */
export class CherootRequest extends IncomingMessage {
  readonly head: RequestHead;
  /** Called when somebody begins to read the body. */
  wantBody: () => void = () => undefined;
  /** Takes the connection over once the answer is out, for what is no longer HTTP. */
  takeOver: ((socket: Socket) => void) | undefined;
  /** Takes the place of Node's own, which would read the socket. */
  override _read = (): void => this.wantBody();

  constructor(socket: Socket, head: RequestHead) {
    super(socket);
    const { line, rawHeaders, headers } = head;
    this.head = head;
    this.method = line.method;
    this.url = line.uri.startsWith('/') ? line.uri : line.path;
    this.rawHeaders = rawHeaders;
    this.headers = Object.fromEntries(headers);
    this.httpVersionMajor = 1;
    this.httpVersionMinor = line.isModern ? 1 : 0;
    this.httpVersion = line.isModern ? '1.1' : '1.0';
  }
}
