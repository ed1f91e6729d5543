import { ServerResponse } from 'node:http';
import type { Socket } from 'node:net';
import { parseInteger } from '../../../python/int.ts';
import { GatheredReply } from './gathered-reply.ts';
import { OldRequest } from './old-request.ts';
import type { Refusal } from './refusal.ts';
import { parseHead, type RequestHead } from './request-head.ts';

/** What connections hand their requests to. */
export interface Application {
  answer(request: OldRequest, response: ServerResponse): void;
  /** The bytes of a refusal. */
  refuse(refusal: Refusal): Buffer;
}

/** Bytes that may wait for somebody to read them. */
const MOST_PENDING = 1024 * 1024;

const NOTHING = Buffer.alloc(0);

/** A request that is being answered. */
interface Current {
  readonly request: OldRequest;
  /** Bytes of the body that are still to come. */
  left: number;
  isWanted: boolean;
}

/** One connection, which is one request: it is closed after the reply, whatever a client wishes. */
export class Connection {
  readonly #socket: Socket;
  readonly #application: Application;
  /** Bytes that came and are not used up. */
  #pending: Buffer = NOTHING;
  #current: Current | undefined;
  #isEnded = false;
  #isAnswered = false;

  constructor(socket: Socket, application: Application) {
    this.#socket = socket;
    this.#application = application;
  }

  start(): void {
    const socket = this.#socket;
    socket.setNoDelay(true);
    socket.on('data', (chunk) => this.#receive(chunk));
    socket.on('end', () => this.#end());
    socket.on('error', () => socket.destroy());
    socket.on('close', () => this.#current?.request.destroy());
  }

  #receive(chunk: Buffer): void {
    if (this.#isAnswered) return;
    this.#pending = this.#pending.length === 0 ? chunk : Buffer.concat([this.#pending, chunk]);
    this.#proceed();
    const isRead = this.#current === undefined || this.#current.isWanted;
    if (!isRead && this.#pending.length > MOST_PENDING) this.#socket.pause();
  }

  #end(): void {
    this.#isEnded = true;
    if (!this.#isAnswered) this.#proceed();
  }

  #proceed(): void {
    if (this.#current !== undefined) return this.#readBody(this.#current);
    const head = parseHead(this.#pending, this.#isEnded);
    if (head.kind === 'empty') this.#reply(NOTHING);
    if (head.kind === 'refused') this.#reply(this.#application.refuse(head));
    if (head.kind === 'head') this.#answer(head);
  }

  #answer(head: RequestHead): void {
    this.#pending = this.#pending.subarray(head.size);
    const request = new OldRequest(this.#socket, head);
    // Made before its request has a method: to HEAD Node would send no body, and wsgiref does.
    const response = new ServerResponse(request);
    request.method = head.line.method;
    response.shouldKeepAlive = false;
    response.sendDate = false;
    const gathered = new GatheredReply();
    // Of a socket Node needs here no more than that it can be written to.
    response.assignSocket(gathered as unknown as Socket);
    response.once('finish', () => this.#reply(gathered.bytesFor(head.line.protocol)));
    const current: Current = { request, left: lengthOf(head), isWanted: false };
    this.#current = current;
    request.wantBody = () => {
      current.isWanted = true;
      this.#socket.resume();
      this.#readBody(current);
    };
    this.#application.answer(request, response);
  }

  #readBody(current: Current): void {
    const { request, isWanted } = current;
    if (!isWanted || request.complete) return;
    const data = this.#pending.subarray(0, Math.min(current.left, this.#pending.length));
    this.#pending = this.#pending.subarray(data.length);
    current.left -= data.length;
    if (data.length > 0) request.push(data);
    if (current.left > 0 && !this.#isEnded) return;
    request.complete = true;
    request.push(null);
  }

  #reply(bytes: Buffer): void {
    this.#isAnswered = true;
    this.#pending = NOTHING;
    this.#socket.resume();
    this.#socket.end(bytes);
    this.#socket.destroySoon();
  }
}

/** How many bytes of a body are read where it is wanted: with -1, all that the client sends. */
function lengthOf({ headers }: RequestHead): number {
  const length = parseInteger(headers.get('content-length') ?? '') ?? 0;
  return length === -1 ? Number.POSITIVE_INFINITY : Math.max(0, length);
}
