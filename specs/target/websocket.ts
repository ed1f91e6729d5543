import type net from 'node:net';
import type { Header } from '../../report/result.ts';
import type { TlsTrust } from '../run-options.ts';
import { Arrivals } from './arrivals.ts';
import { connect, connectedEvent } from './connect.ts';
import type { ExchangeLog, OpenExchange } from './exchange-log.ts';
import { httpReply } from './http-message.ts';
import type { Reply } from './reply.ts';
import { noReplyError } from './unreachable.ts';
import {
  clientFrame,
  framesIn,
  OPCODE,
  type FrameChanges,
  type ReceivedFrame,
} from './websocket-frame.ts';

/** What a client says to be sent events. */
export const READY = 'websocket client ready';

/** What the server says to every message. */
export const RECEIVED = 'server received message';

/** The key that RFC 6455 §1.3 has as an example. */
const KEY = 'dGhlIHNhbXBsZSBub25jZQ==';

/** What a server makes of that key. */
export const ACCEPT = 's3pPLMBiTxaQ9kYGzzhZRbK+xOo=';

const HANDSHAKE: readonly Header[] = [
  ['Upgrade', 'websocket'],
  ['Connection', 'Upgrade'],
  ['Sec-WebSocket-Version', '13'],
  ['Sec-WebSocket-Key', KEY],
];

/** Milliseconds after which waiting for bytes is given up, unless the run says otherwise. */
const TIMEOUT = 15_000;

/**
 * A websocket, from its handshake on, with every byte in reach: codes and frames that no client
 * library lets through are what requirements are about.
 */
export class Websocket {
  readonly #socket: net.Socket;
  readonly #exchange: OpenExchange;
  readonly #arrivals = new Arrivals();
  readonly #timeout: number;
  #size = 0;
  /** Where the frames begin: after the head, and the page of a refusal. */
  #begin: number | undefined;
  #reply: Reply | undefined;

  private constructor(socket: net.Socket, exchange: OpenExchange, timeout: number) {
    this.#socket = socket;
    this.#timeout = timeout;
    this.#exchange = exchange;
    socket.on('data', (bytes) => {
      exchange.chunks.push(bytes);
      this.#size += bytes.length;
      this.#arrivals.come();
    });
    socket.once('close', () => this.#arrivals.end());
    socket.on('error', () => undefined);
  }

  /**
   * Sends a handshake and waits for what comes of it, whatever its status.
   *
   * @param headers added to those of a good handshake, or in place of those of the same name; an
   * undefined value leaves one out
   * @throws NotVerified where the target cannot be reached
   * @throws NoReply where no HTTP reply comes
   */
  static async open(
    base: URL,
    trust: TlsTrust,
    log: ExchangeLog,
    path: string,
    headers: readonly (readonly [name: string, value: string | undefined])[],
    timeout = TIMEOUT,
  ): Promise<Websocket> {
    const names = new Set(headers.map(([name]) => name.toLowerCase()));
    const kept = HANDSHAKE.filter(([name]) => !names.has(name.toLowerCase()));
    const given = headers.filter((header): header is Header => header[1] !== undefined);
    const sent: Header[] = [['Host', base.host], ...kept, ...given];
    const request = { method: 'GET', path, headers: sent, body: Buffer.alloc(0) };
    const exchange = log.open('websocket', request);
    const socket = connect(base, trust);
    const websocket = new Websocket(socket, exchange, timeout);
    try {
      await connected(socket);
      const lines = sent.map(([name, value]) => `${name}: ${value}\r\n`).join('');
      const whole = base.pathname.replace(/\/$/, '') + path;
      socket.write(`GET ${whole} HTTP/1.1\r\n${lines}\r\n`);
      await websocket.until(() => websocket.#headEnd() !== undefined);
      const { reply } = websocket;
      exchange.head = reply;
      return websocket;
    } catch (error) {
      socket.destroy();
      exchange.end('target', (error as Error).message);
      throw noReplyError(`GET ${base.origin}${path}`, error as Error);
    }
  }

  /** Whether the target has ended the connection. */
  get hasEnded(): boolean {
    return this.#arrivals.hasEnded;
  }

  /** The answer to the handshake, with the page of a refusal. */
  get reply(): Reply {
    if (this.#reply === undefined) throw new Error('no HTTP reply came');
    return this.#reply;
  }

  /** What has come since, as it came. */
  get bytes(): Buffer {
    return Buffer.concat(this.#exchange.chunks).subarray(this.#begin ?? this.#size);
  }

  get frames(): ReceivedFrame[] {
    return framesIn(this.bytes);
  }

  /** The texts that have come, the answers to messages included. */
  get texts(): string[] {
    const frames = this.frames.filter(({ opcode }) => opcode === OPCODE.text);
    return frames.map(({ payload }) => payload.toString());
  }

  send(text: string): void {
    this.sendFrame(OPCODE.text, text);
  }

  sendFrame(opcode: number, payload: Buffer | string = '', changes: FrameChanges = {}): void {
    this.#socket.write(clientFrame(opcode, payload, changes));
  }

  /** Says that events may come, and waits for the answer. */
  async ready(): Promise<boolean> {
    this.send(READY);
    return this.until(({ texts }) => texts.includes(RECEIVED));
  }

  /** Waits for the first text that satisfies the condition; undefined where it did not come. */
  async text(
    condition: (text: string) => boolean,
    timeout = this.#timeout,
  ): Promise<string | undefined> {
    await this.until(({ texts }) => texts.some(condition), timeout);
    return this.texts.find(condition);
  }

  /**
   * Waits until what has come satisfies the condition; tells whether it came to that before the
   * connection ended or the time (in milliseconds) was up.
   */
  until(condition: (websocket: Websocket) => boolean, timeout = this.#timeout): Promise<boolean> {
    return this.#arrivals.until(() => condition(this), timeout);
  }

  /** Waits for the end of the connection. */
  ended(): Promise<boolean> {
    return this.until(({ hasEnded }) => hasEnded);
  }

  close(): void {
    this.#exchange.body = Buffer.from(this.frames.map(shownFrame).join('\n'));
    this.#exchange.end(this.hasEnded ? 'target' : 'suite');
    this.#socket.destroy();
  }

  /** Where the reply to the handshake ends, once it has come in whole. */
  #headEnd(): number | undefined {
    if (this.#begin !== undefined) return this.#begin;
    const bytes = Buffer.concat(this.#exchange.chunks);
    const end = bytes.indexOf('\r\n\r\n') + 4;
    if (end < 4) return undefined;
    const reply = httpReply(bytes.subarray(0, end));
    if (reply === undefined) return undefined;
    const length = bodyLength(reply, bytes.subarray(end));
    if (length === undefined || bytes.length < end + length) return undefined;
    this.#reply = httpReply(bytes.subarray(0, end + length));
    this.#begin = end + length;
    return this.#begin;
  }
}

/** The length of a reply's body, chunks and all; undefined while that cannot be told. */
function bodyLength(reply: Reply, bytes: Buffer): number | undefined {
  if (reply.status === 101) return 0;
  if (reply.header('Transfer-Encoding') === undefined)
    return Number(reply.header('Content-Length') ?? 0);
  const last = bytes.indexOf('\r\n0\r\n\r\n');
  return last < 0 ? undefined : last + 7;
}

function connected(socket: net.Socket): Promise<void> {
  return new Promise((resolve, reject) => {
    socket.once(connectedEvent(socket), () => resolve());
    socket.once('error', reject);
  });
}

/** A frame as reports show it: a text as it is, of others the opcode and the payload. */
function shownFrame({ opcode, payload }: ReceivedFrame): string {
  if (opcode === OPCODE.text) return payload.toString();
  return `(opcode ${opcode}) ${payload.toString('hex')}`;
}
