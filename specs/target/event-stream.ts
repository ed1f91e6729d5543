import type { IncomingMessage } from 'node:http';
import type { Header } from '../../report/result.ts';
import { Arrivals } from './arrivals.ts';
import type { ExchangeLog, OpenExchange } from './exchange-log.ts';
import type { HttpClient } from './http.ts';
import { headOf, parseJson, replyOf, type Reply } from './reply.ts';

/** One event of the stream. */
export interface StreamedEvent {
  /** The text of the `tag:` line. */
  readonly tag: string;
  /** The text of the `data:` line. */
  readonly text: string;
  readonly data: { readonly tag: string; readonly data: Readonly<Record<string, unknown>> };
  /** The data line as JSON, for its schema. */
  json(): unknown;
}

/** Milliseconds after which waiting for an event is given up, unless the run says otherwise. */
const EVENT_TIMEOUT = 15_000;

/** An open GET /events. */
export class EventStream {
  /** Status and headers; the body of a stream is in `chunks` and `text`. */
  readonly head: Reply;
  readonly #incoming: IncomingMessage;
  readonly #exchange: OpenExchange;
  readonly #arrivals = new Arrivals();
  readonly #timeout: number;

  private constructor(incoming: IncomingMessage, exchange: OpenExchange, timeout: number) {
    this.#incoming = incoming;
    this.#exchange = exchange;
    this.#timeout = timeout;
    this.head = replyOf(headOf(incoming), Buffer.alloc(0));
    incoming.socket.setTimeout(0);
    incoming.on('data', (chunk: Buffer) => {
      exchange.chunks.push(chunk);
      this.#arrivals.come();
    });
    incoming.once('close', () => {
      exchange.end('target');
      this.#arrivals.end();
    });
    // A stream may end at any byte; whether it should have is for the requirement to say.
    incoming.on('error', () => undefined);
  }

  /** Opens the stream, whatever its status turns out to be. */
  static async open(
    client: HttpClient,
    log: ExchangeLog,
    headers: readonly Header[],
    path = '/events',
    timeout = EVENT_TIMEOUT,
  ): Promise<EventStream> {
    const request = { method: 'GET', path, headers };
    const exchange = log.open('stream', { ...request, body: Buffer.alloc(0) });
    const stream = new EventStream(await client.open(request, exchange), exchange, timeout);
    // A refusal ends with its body; whoever looks at it wants the whole.
    if (stream.head.status !== 200) await stream.until(({ hasEnded }) => hasEnded);
    return stream;
  }

  get hasEnded(): boolean {
    return this.#arrivals.hasEnded;
  }

  /** The pieces in which the body came; each chunk of a chunked reply is one. */
  get chunks(): readonly Buffer[] {
    return this.#exchange.chunks;
  }

  /** Everything received so far. */
  get text(): string {
    return Buffer.concat(this.#exchange.chunks).toString();
  }

  /**
   * The complete events received so far, in order.
   *
   * @throws SchemaMismatch where the data of one is not JSON
   */
  events(): StreamedEvent[] {
    const blocks = this.text.split('\n\n').slice(0, -1);
    return blocks.flatMap((block) => {
      const tag = lineOf(block, 'tag');
      const text = lineOf(block, 'data');
      if (tag === undefined || text === undefined) return [];
      const data = parseJson(text, `The data of the event ${tag}`) as StreamedEvent['data'];
      return [{ tag, text, data, json: () => data }];
    });
  }

  /** Waits for the first event that satisfies the condition; undefined where it did not come. */
  async event(
    condition: (event: StreamedEvent) => boolean,
    timeout = this.#timeout,
  ): Promise<StreamedEvent | undefined> {
    await this.until((stream) => stream.events().some(condition), timeout);
    return this.events().find(condition);
  }

  /**
   * Waits until what has been received satisfies the condition; tells whether it came to that
   * before the stream ended or the time (in milliseconds) was up.
   */
  until(condition: (stream: EventStream) => boolean, timeout = this.#timeout): Promise<boolean> {
    return this.#arrivals.until(() => condition(this), timeout);
  }

  close(): void {
    this.#exchange.end('suite');
    this.#incoming.destroy();
  }
}

function lineOf(block: string, field: string): string | undefined {
  const line = block.split('\n').find((text) => text.startsWith(`${field}: `));
  return line?.slice(field.length + 2);
}
