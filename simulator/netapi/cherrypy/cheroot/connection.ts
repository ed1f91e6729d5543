import type { ServerResponse } from 'node:http';
import type { Socket } from 'node:net';
import { LengthReader, type BodyReader } from '../../sockets/body-reader.ts';
import { ChunkReader } from './chunk-reader.ts';
import type { CherootRequest } from './cheroot-request.ts';
import { refusalText, refuse, type Refusal } from './refusal.ts';
import { parseHead, type RequestHead } from './request-head.ts';

/** Answers one request. */
export type RequestListener = (request: CherootRequest, response: ServerResponse) => void;

/** Makes the objects of a request. */
export interface RequestClasses {
  readonly request: new (socket: Socket, head: RequestHead) => CherootRequest;
  readonly response: new (request: CherootRequest) => ServerResponse;
}

/** Milliseconds that a client may be silent. */
const TIMEOUT = 10_000;

/** Bytes that may wait for the answer to an earlier request, or for somebody to read them. */
const MOST_PENDING = 1024 * 1024;

const NOTHING = Buffer.alloc(0);

/** A request that is being answered. */
interface Current {
  readonly request: CherootRequest;
  readonly response: ServerResponse;
  readonly reader: BodyReader;
  /** Whether somebody reads the body. */
  isWanted: boolean;
}

/**
 * One connection: reads requests by cheroot's rules and has them answered one after the other.
 *
 * A body that nobody read is skipped where it has a length; a chunked one is taken for the next
 * request, as by cheroot, which refuses it then.
 */
export class Connection {
  readonly #socket: Socket;
  readonly #classes: RequestClasses;
  readonly #listener: RequestListener;
  /** Bytes that came and are not used up. */
  #pending: Buffer = NOTHING;
  #current: Current | undefined;
  /** Bytes of the last request's body that are still to be skipped. */
  #skipped: BodyReader | undefined;
  #isEnded = false;
  #isClosing = false;

  constructor(socket: Socket, classes: RequestClasses, listener: RequestListener) {
    this.#socket = socket;
    this.#classes = classes;
    this.#listener = listener;
  }

  start(): void {
    const socket = this.#socket;
    socket.setNoDelay(true);
    socket.setTimeout(TIMEOUT);
    // As an argument of setTimeout the listener would hear of the first silence alone.
    socket.on('timeout', () => this.#timeOut());
    socket.on('data', (chunk) => this.#receive(chunk));
    socket.on('end', () => this.#end());
    socket.on('error', () => socket.destroy());
    socket.on('close', () => this.#current?.request.destroy());
  }

  #receive(chunk: Buffer): void {
    if (this.#isClosing) return;
    this.#pending = this.#pending.length === 0 ? chunk : Buffer.concat([this.#pending, chunk]);
    this.#proceed();
    if (this.#current !== undefined && this.#pending.length > MOST_PENDING) this.#socket.pause();
  }

  #end(): void {
    this.#isEnded = true;
    // A stream that nobody reads any more would not end by itself.
    if (this.#current?.response.headersSent) this.#socket.destroy();
    else this.#proceed();
  }

  #proceed(): void {
    if (this.#current !== undefined) this.#readBody(this.#current);
    else if (!this.#isClosing) this.#nextRequest();
  }

  #nextRequest(): void {
    if (this.#skipped !== undefined && !this.#skipBody(this.#skipped)) return;
    if (this.#pending.length > 0) {
      const head = parseHead(this.#pending, this.#isEnded);
      if (head.kind === 'refused') return this.#refuse(head);
      if (head.kind === 'head') return this.#answer(head);
    }
    if (this.#isEnded) this.#close();
  }

  /** Gives whether the body is skipped in whole. */
  #skipBody(reader: BodyReader): boolean {
    this.#pending = this.#pending.subarray(reader.take(this.#pending).used);
    if (!reader.isDone) {
      if (this.#isEnded) this.#close();
      return false;
    }
    this.#skipped = undefined;
    return true;
  }

  #answer(head: RequestHead): void {
    const socket = this.#socket;
    const { framing } = head;
    this.#pending = this.#pending.subarray(head.size);
    const request = new this.#classes.request(socket, head);
    const response = new this.#classes.response(request);
    response.shouldKeepAlive = framing.keepsAlive;
    response.assignSocket(socket);
    const reader = framing.isChunked ? new ChunkReader() : new LengthReader(framing.length);
    const current: Current = { request, response, reader, isWanted: false };
    this.#current = current;
    if (reader.isDone) {
      endBody(request);
    } else {
      request.wantBody = () => {
        current.isWanted = true;
        socket.resume();
        this.#readBody(current);
      };
    }
    response.once('finish', () => this.#finish(current, head));
    if (framing.waits) socket.write('HTTP/1.1 100 Continue\r\n\r\n');
    this.#listener(request, response);
  }

  #readBody({ request, reader, isWanted }: Current): void {
    if (!isWanted || request.complete || this.#pending.length === 0) {
      if (isWanted && this.#isEnded && !request.complete) endBody(request);
      return;
    }
    try {
      const { data, used } = reader.take(this.#pending);
      this.#pending = this.#pending.subarray(used);
      if (data.length > 0) request.push(data);
    } catch (error) {
      request.emit('error', error);
      return;
    }
    if (reader.isDone || this.#isEnded) endBody(request);
  }

  #finish({ request, response, reader }: Current, { framing }: RequestHead): void {
    this.#current = undefined;
    response.detachSocket(this.#socket);
    response.emit('close');
    if (request.takeOver !== undefined) return this.#handOver(request.takeOver);
    if (!response.shouldKeepAlive) return this.#close();
    const isUnread = !reader.isDone && !framing.isChunked;
    this.#skipped = isUnread && !request.complete ? reader : undefined;
    this.#socket.resume();
    if (this.#pending.length > 0 || this.#isEnded) this.#proceed();
  }

  /** What came along with the head is lost, as in cheroot's buffer. */
  #handOver(takeOver: (socket: Socket) => void): void {
    const socket = this.#socket;
    this.#pending = NOTHING;
    socket.setTimeout(0);
    for (const name of ['data', 'end', 'error', 'timeout']) socket.removeAllListeners(name);
    takeOver(socket);
  }

  #refuse(refusal: Refusal): void {
    this.#socket.write(refusalText(refusal), 'latin1');
    this.#close();
  }

  #close(): void {
    this.#isClosing = true;
    this.#pending = NOTHING;
    this.#socket.destroySoon();
  }

  /**
   * Who began a head and does not end it is told so, who never began one is not.
   *
   * To CherryPy a body that is left out is a crash. Where the connection is to stay open its answer
   * gets lost, since cheroot waits for the rest of the body before it sends a head (seen on 3006.28,
   * 3007.15 and 3008.3).
   */
  #timeOut(): void {
    if (this.#current === undefined) {
      if (this.#pending.length > 0) this.#refuse(refuse('408 Request Timeout'));
      else this.#socket.destroy();
      return;
    }
    const { isWanted, request } = this.#current;
    if (!isWanted || request.complete) return;
    const { isChunked, keepsAlive } = request.head.framing;
    if (keepsAlive && !isChunked) this.#socket.destroy();
    else request.emit('error', new Error('timed out'));
  }
}

/** Also for a body that breaks off: to CherryPy it is what came of it. */
function endBody(request: CherootRequest): void {
  request.complete = true;
  request.push(null);
}
