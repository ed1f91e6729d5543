import { ServerResponse } from 'node:http';
import type { Socket } from 'node:net';
import { LengthReader, type BodyReader } from '../../sockets/body-reader.ts';
import { BadChunk, ChunkReader } from './chunk-reader.ts';
import { framingOf } from './framing.ts';
import type { Reading, Unreadable } from './reading.ts';
import { parseHead, type RequestHead } from './request-head.ts';
import { TornadoRequest, type TakeOver } from './tornado-request.ts';

/** Answers one request. */
export type RequestListener = (request: TornadoRequest, response: ServerResponse) => void;

/** Milliseconds that a connection may be idle: Tornado's own limit. */
const TIMEOUT = 3_600_000;

/** Bytes that may wait for the answer to an earlier request. */
const MOST_PENDING = 1024 * 1024;

const NOTHING = Buffer.alloc(0);

/** A request whose body is being read. */
interface Begun {
  readonly head: RequestHead;
  readonly reader: BodyReader;
  readonly parts: Buffer[];
}

/**
 * One connection: reads requests by Tornado's rules, whole, and has them answered one after the
 * other. Nothing tells a client that its request never gets an answer; those behind it wait as well.
 */
export class Connection {
  readonly #socket: Socket;
  readonly #reading: Reading;
  readonly #listener: RequestListener;
  /** Bytes that came and are not used up. */
  #pending: Buffer = NOTHING;
  #begun: Begun | undefined;
  #response: ServerResponse | undefined;
  #isClosing = false;

  constructor(socket: Socket, reading: Reading, listener: RequestListener) {
    this.#socket = socket;
    this.#reading = reading;
    this.#listener = listener;
  }

  start(): void {
    const socket = this.#socket;
    socket.setNoDelay(true);
    socket.setTimeout(TIMEOUT);
    socket.on('timeout', () => this.#timeOut());
    socket.on('data', (chunk) => this.#receive(chunk));
    socket.on('end', () => this.#end());
    socket.on('error', () => socket.destroy());
  }

  #receive(chunk: Buffer): void {
    if (this.#isClosing) return;
    this.#pending = this.#pending.length === 0 ? chunk : Buffer.concat([this.#pending, chunk]);
    this.#proceed();
    if (this.#response !== undefined && this.#pending.length > MOST_PENDING) this.#socket.pause();
  }

  /** To Tornado a client that ends its side has gone, and what has no answer yet gets none. */
  #end(): void {
    if (this.#response === undefined) return this.#close();
    setImmediate(() => {
      if (this.#response?.writableEnded !== true) this.#socket.destroy();
    });
  }

  #proceed(): void {
    while (!this.#isClosing && this.#response === undefined) {
      this.#begun ??= this.#begin();
      if (this.#begun === undefined || !this.#readBody(this.#begun)) return;
      const { head, parts } = this.#begun;
      this.#begun = undefined;
      this.#answer(head, parts.length === 1 ? (parts[0] ?? NOTHING) : Buffer.concat(parts));
    }
  }

  /** Leave to send a body is given before it is known how long that is. */
  #begin(): Begun | undefined {
    if (this.#pending.length === 0) return undefined;
    const head = parseHead(this.#pending, this.#reading);
    if (head.kind === 'incomplete') return undefined;
    if (head.kind === 'unreadable') return this.#refuse(head);
    this.#pending = this.#pending.subarray(head.size);
    if (head.headers.byName.get('expect') === '100-continue')
      this.#socket.write('HTTP/1.1 100 (Continue)\r\n\r\n');
    const framing = framingOf(head.headers, this.#reading);
    if (framing.kind === 'unreadable') return this.#refuse(framing);
    const { isChunked, length } = framing;
    const reader = isChunked
      ? new ChunkReader(this.#reading)
      : new LengthReader(Math.max(0, length));
    return { head, reader, parts: [] };
  }

  /** Gives whether the body has come in whole. */
  #readBody({ reader, parts }: Begun): boolean {
    if (reader.isDone) return true;
    try {
      const { data, used } = reader.take(this.#pending);
      this.#pending = this.#pending.subarray(used);
      if (data.length > 0) parts.push(data);
    } catch (error) {
      if (!(error instanceof BadChunk)) throw error;
      this.#refuse(error.verdict);
    }
    return reader.isDone;
  }

  #answer(head: RequestHead, body: Buffer): void {
    const socket = this.#socket;
    const request = new TornadoRequest(socket, head, body);
    const response = new ServerResponse(request);
    this.#response = response;
    response.shouldKeepAlive = head.keepsAlive;
    response.assignSocket(socket);
    response.once('finish', () => this.#finish(request, response, head.keepsAlive));
    this.#listener(request, response);
  }

  #finish({ takeOver }: TornadoRequest, response: ServerResponse, keepsAlive: boolean): void {
    this.#response = undefined;
    response.detachSocket(this.#socket);
    response.emit('close');
    // Tornado closes what it does not keep, even where a websocket has just been promised.
    if (takeOver !== undefined && keepsAlive) return this.#handOver(takeOver);
    if (!keepsAlive || this.#socket.readableEnded) return this.#close();
    this.#socket.resume();
    this.#proceed();
  }

  #handOver(takeOver: TakeOver): void {
    const socket = this.#socket;
    socket.setTimeout(0);
    for (const name of ['data', 'end', 'error', 'timeout']) socket.removeAllListeners(name);
    takeOver(socket, this.#pending);
  }

  #refuse({ isTold }: Unreadable): undefined {
    if (isTold) this.#socket.write('HTTP/1.1 400 Bad Request\r\n\r\n');
    this.#close();
  }

  #close(): void {
    this.#isClosing = true;
    this.#pending = NOTHING;
    this.#socket.destroySoon();
  }

  #timeOut(): void {
    if (this.#response === undefined) this.#socket.destroy();
  }
}
