import type { ClientRequest, IncomingMessage } from 'node:http';
import { NotVerified } from '../not-verified.ts';
import { replyOf, type HttpClient, type Reply } from './http.ts';
import type { Header } from '../../report/result.ts';

/** One event of the stream. */
export interface StreamedEvent {
  /** The text of the `tag:` line. */
  readonly tag: string;
  /** The text of the `data:` line. */
  readonly text: string;
  readonly data: { readonly tag: string; readonly data: Readonly<Record<string, unknown>> };
}

/** Milliseconds after which waiting for an event is given up. */
const EVENT_TIMEOUT = 15_000;

/** An open GET /events. */
export class EventStream {
  readonly head: Reply;
  /** Everything received so far. */
  text = '';
  hasEnded = false;
  readonly #request: ClientRequest;
  #wake: (() => void) | undefined;

  private constructor(request: ClientRequest, incoming: IncomingMessage) {
    this.#request = request;
    this.head = replyOf(incoming, '');
    incoming.setEncoding('utf8');
    incoming.on('data', (chunk: string) => {
      this.text += chunk;
      this.#wake?.();
    });
    incoming.once('close', () => {
      this.hasEnded = true;
      this.#wake?.();
    });
    incoming.on('error', () => undefined);
  }

  /** Opens the stream, whatever its status turns out to be. */
  static open(client: HttpClient, headers: readonly Header[]): Promise<EventStream> {
    return new Promise((resolve, reject) => {
      const request = client.open({ method: 'GET', path: '/events', headers });
      request.once('error', (error) =>
        reject(new NotVerified(`GET /events got no reply: ${error.message}`)),
      );
      request.once('response', (incoming) => resolve(new EventStream(request, incoming)));
      request.end();
    });
  }

  /** The complete events received so far, in order. */
  events(): StreamedEvent[] {
    const blocks = this.text.split('\n\n').slice(0, -1);
    return blocks.flatMap((block) => {
      const lines = block.split('\n');
      const tag = lines.find((line) => line.startsWith('tag: '))?.slice('tag: '.length);
      const text = lines.find((line) => line.startsWith('data: '))?.slice('data: '.length);
      if (tag === undefined || text === undefined) return [];
      return [{ tag, text, data: JSON.parse(text) as StreamedEvent['data'] }];
    });
  }

  /**
   * Waits until what has been received satisfies the condition; tells whether it came to that
   * before the stream ended or the time was up.
   */
  async until(
    condition: (stream: EventStream) => boolean,
    timeout = EVENT_TIMEOUT,
  ): Promise<boolean> {
    const deadline = performance.now() + timeout;
    while (!condition(this)) {
      const left = deadline - performance.now();
      if (left <= 0 || this.hasEnded) return condition(this);
      await this.#received(left);
    }
    return true;
  }

  close(): void {
    this.#request.destroy();
  }

  #received(timeout: number): Promise<void> {
    return new Promise((resolve) => {
      const timer = setTimeout(resolve, timeout);
      this.#wake = () => {
        clearTimeout(timer);
        resolve();
      };
    });
  }
}
