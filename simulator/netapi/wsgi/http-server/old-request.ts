import { IncomingMessage } from 'node:http';
import type { Socket } from 'node:net';
import type { RequestHead } from './request-head.ts';

/**
 * A request as Express takes it: Node's own kind, with the head that http.server read.
 *
 * Everything is a property of the instance, since Express puts its own prototype in.
 */
export class OldRequest extends IncomingMessage {
  readonly head: RequestHead;
  /** Called when somebody begins to read the body. */
  wantBody: () => void = () => undefined;
  /** Takes the place of Node's own, which would read the socket. */
  override _read = (): void => this.wantBody();

  constructor(socket: Socket, head: RequestHead) {
    super(socket);
    const { path } = head.line;
    this.head = head;
    this.url = path.startsWith('/') ? path : '/';
    this.headers = Object.fromEntries(head.headers);
    this.rawHeaders = [...head.headers].flat();
    this.httpVersionMajor = 1;
    this.httpVersionMinor = 0;
    this.httpVersion = '1.0';
  }
}
