import http from 'node:http';
import https from 'node:https';
import type { Header } from '../../report/result.ts';
import type { TlsTrust } from '../run-options.ts';
import type { ExchangeLog, OpenExchange, SentRequest } from './exchange-log.ts';
import { headOf, replyOf, type Reply } from './reply.ts';
import { noReplyError } from './unreachable.ts';

/** A request as it goes out: nothing is added but Host, Connection and, with a body, Content-Length. */
export interface WireRequest {
  readonly method: string;
  readonly path: string;
  readonly headers?: readonly Header[];
  readonly body?: string | Buffer;
}

/** Milliseconds without a byte after which a reply is given up. */
const REPLY_TIMEOUT = 60_000;

/** Bytes of a body after which it is given up; a fleet of 100,000 minions answers with a tenth. */
const MOST_BODY_BYTES = 64 * 1024 * 1024;

/** Sends requests to one target, and never follows a redirect. */
export class HttpClient {
  readonly base: URL;
  /** The path that a proxy in front of the target keeps it under. */
  readonly #prefix: string;
  readonly #agent: http.Agent;
  readonly #timeout: number;

  constructor(base: string, tls: TlsTrust, timeout = REPLY_TIMEOUT) {
    this.base = new URL(base);
    this.#prefix = this.base.pathname.replace(/\/$/, '');
    this.#timeout = timeout;
    const trust = {
      ...(tls.ca !== undefined && { ca: tls.ca }),
      rejectUnauthorized: !tls.insecure,
    };
    this.#agent =
      this.base.protocol === 'https:'
        ? new https.Agent({ keepAlive: true, ...trust })
        : new http.Agent({ keepAlive: true });
  }

  /**
   * Sends a request and reads the whole reply.
   *
   * @throws NotVerified where the target cannot be reached
   * @throws NoReply where it hangs up, stays silent or does not speak HTTP
   */
  async send(request: WireRequest, log: ExchangeLog): Promise<Reply> {
    const exchange = log.open('exchange', sentOf(request));
    const incoming = await this.open(request, exchange);
    try {
      await this.#readBody(incoming, exchange);
    } catch (error) {
      throw this.#giveUp(request, exchange, error as Error);
    }
    exchange.end('target');
    return replyOf(headOf(incoming), Buffer.concat(exchange.chunks));
  }

  /**
   * Sends a request and waits for the head of the reply; the caller reads the rest, or destroys it.
   *
   * @throws NotVerified and NoReply as `send` does
   */
  async open(request: WireRequest, exchange: OpenExchange): Promise<http.IncomingMessage> {
    try {
      const incoming = await this.#headWithRetry(request);
      exchange.head = headOf(incoming);
      return incoming;
    } catch (error) {
      throw this.#giveUp(request, exchange, error as Error);
    }
  }

  close(): void {
    this.#agent.destroy();
  }

  /** A server may close an idle connection at the very moment it is used again; that says nothing about the request. */
  async #headWithRetry(request: WireRequest): Promise<http.IncomingMessage> {
    const first = this.#start(request);
    try {
      return await this.#head(first, request);
    } catch (error) {
      const { code } = error as NodeJS.ErrnoException;
      if (!first.reusedSocket || (code !== 'ECONNRESET' && code !== 'EPIPE')) throw error;
      return this.#headWithRetry(request);
    }
  }

  #head(out: http.ClientRequest, { body }: WireRequest): Promise<http.IncomingMessage> {
    return new Promise((resolve, reject) => {
      out.setTimeout(this.#timeout, () =>
        out.destroy(new Error(`nothing came for ${this.#timeout / 1000} s`)),
      );
      out.once('error', reject);
      out.once('response', (incoming) => {
        out.off('error', reject).on('error', (error) => incoming.destroy(error));
        resolve(incoming);
      });
      out.end(body);
    });
  }

  /** Reads to the end of a body, unless it has none: neither in bytes nor in time. */
  async #readBody(incoming: http.IncomingMessage, { chunks }: OpenExchange): Promise<void> {
    const deadline = setTimeout(
      () => incoming.destroy(new Error(`its body did not end within ${this.#timeout / 1000} s`)),
      this.#timeout,
    );
    let size = 0;
    try {
      for await (const chunk of incoming as AsyncIterable<Buffer>) {
        size += chunk.length;
        if (size > MOST_BODY_BYTES)
          throw new Error(`its body is longer than ${MOST_BODY_BYTES} bytes`);
        chunks.push(chunk);
      }
    } finally {
      clearTimeout(deadline);
    }
  }

  #start({ method, path, headers = [], body }: WireRequest): http.ClientRequest {
    const transport = this.base.protocol === 'https:' ? https : http;
    const names = new Set(headers.map(([name]) => name.toLowerCase()));
    const out = transport.request({
      agent: this.#agent,
      hostname: this.base.hostname.replace(/^\[|\]$/g, ''),
      port: this.base.port,
      method,
      path: path.startsWith('/') ? this.#prefix + path : path,
      setHost: false,
    });
    if (!names.has('host')) out.appendHeader('Host', this.base.host);
    for (const [name, value] of headers) out.appendHeader(name, value);
    const isFramed = names.has('content-length') || names.has('transfer-encoding');
    if (body === undefined && !isFramed) {
      // Left alone, Node would frame a request without a body.
      out.removeHeader('Transfer-Encoding');
      out.removeHeader('Content-Length');
    }
    if (body !== undefined && !isFramed)
      out.appendHeader('Content-Length', String(Buffer.byteLength(body)));
    return out;
  }

  #giveUp({ method, path }: WireRequest, exchange: OpenExchange, error: Error): Error {
    exchange.end('target', error.message);
    return noReplyError(`${method} ${this.base.origin}${path}`, error);
  }
}

function sentOf({ method, path, headers = [], body = '' }: WireRequest): SentRequest {
  return { method, path, headers, body: Buffer.from(body) };
}
