import http from 'node:http';
import https from 'node:https';
import type { Header } from '../../report/result.ts';
import { NotVerified } from '../not-verified.ts';
import type { ExchangeLog } from './exchange-log.ts';

/** A request as it goes out: nothing is added but Host, Connection and, with a body, Content-Length. */
export interface WireRequest {
  readonly method: string;
  readonly path: string;
  readonly headers?: readonly Header[];
  readonly body?: string | Buffer;
}

/** A reply as it came in. */
export interface Reply {
  readonly status: number;
  readonly reason: string;
  /** In the order and case of the wire. */
  readonly headers: readonly Header[];
  readonly body: string;
  /** The first header of that name, whatever its case. */
  header(name: string): string | undefined;
  /** The body as JSON. */
  json(): unknown;
}

/** Milliseconds after which a reply is given up. */
const REPLY_TIMEOUT = 60_000;

/** Sends requests to one target, and never follows a redirect. */
export class HttpClient {
  readonly base: URL;
  readonly #agent: http.Agent;

  constructor(base: string, tls: { ca?: string | undefined; insecure: boolean }) {
    this.base = new URL(base);
    const options = {
      keepAlive: true,
      ...(tls.ca !== undefined && { ca: tls.ca }),
      rejectUnauthorized: !tls.insecure,
    };
    this.#agent =
      this.base.protocol === 'https:'
        ? new https.Agent(options)
        : new http.Agent({ keepAlive: true });
  }

  /**
   * Sends a request and reads the whole reply.
   *
   * @throws NotVerified where the target cannot be reached or does not answer
   */
  async send(request: WireRequest, log: ExchangeLog): Promise<Reply> {
    const at = log.now();
    const reply = await this.#exchange(request);
    const body = request.body === undefined ? '' : request.body.toString();
    const { method, path, headers = [] } = request;
    log.add({ method, path, requestHeaders: headers, requestBody: body, ...plain(reply) }, at);
    return reply;
  }

  /** Opens a request whose reply goes on; the caller reads and ends it. */
  open({ method, path, headers = [], body }: WireRequest): http.ClientRequest {
    const transport = this.base.protocol === 'https:' ? https : http;
    const flat = headers.flat();
    const withLength =
      body === undefined ||
      headers.some(([name]) => /^(content-length|transfer-encoding)$/i.test(name));
    if (!withLength) flat.push('Content-Length', String(Buffer.byteLength(body)));
    const hasHost = headers.some(([name]) => name.toLowerCase() === 'host');
    return transport.request({
      agent: this.#agent,
      hostname: this.base.hostname.replace(/^\[|\]$/g, ''),
      port: this.base.port,
      method,
      path,
      headers: hasHost ? flat : ['Host', this.base.host, ...flat],
    });
  }

  close(): void {
    this.#agent.destroy();
  }

  #exchange(request: WireRequest): Promise<Reply> {
    return new Promise((resolve, reject) => {
      const out = this.open(request);
      const fail = (error: Error): void =>
        reject(
          new NotVerified(
            `${request.method} ${this.base.origin}${request.path} got no reply: ${error.message}`,
          ),
        );
      out.setTimeout(REPLY_TIMEOUT, () =>
        out.destroy(new Error(`nothing came for ${REPLY_TIMEOUT / 1000} s`)),
      );
      out.once('error', fail);
      out.once('response', (incoming) => {
        const chunks: Buffer[] = [];
        incoming.on('data', (chunk: Buffer) => chunks.push(chunk));
        incoming.once('end', () => resolve(replyOf(incoming, Buffer.concat(chunks).toString())));
        incoming.once('error', fail);
      });
      out.end(request.body);
    });
  }
}

/** The reply whose head has come in, with this body. */
export function replyOf(incoming: http.IncomingMessage, body: string): Reply {
  const headers: Header[] = [];
  for (let at = 0; at < incoming.rawHeaders.length; at += 2) {
    headers.push([incoming.rawHeaders[at] ?? '', incoming.rawHeaders[at + 1] ?? '']);
  }
  return {
    status: incoming.statusCode ?? 0,
    reason: incoming.statusMessage ?? '',
    headers,
    body,
    header: (name) => headers.find(([known]) => known.toLowerCase() === name.toLowerCase())?.[1],
    json: () => JSON.parse(body) as unknown,
  };
}

function plain({ status, reason, headers, body }: Reply) {
  return { status, reason, headers, body };
}
