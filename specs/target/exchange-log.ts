import type { Exchange, Header } from '../../report/result.ts';
import type { RecordedHead, RecordedRequest, RecordedStep } from '../recording.ts';
import { recordedBytes, shownBytes } from './bytes.ts';
import type { Redactor } from './redact.ts';

/** What is told of a request when it goes out. */
export interface SentRequest {
  readonly method: string;
  readonly path: string;
  readonly headers: readonly Header[];
  readonly body: Buffer;
}

/** An exchange while it goes on; whoever makes it notes what comes in. */
export interface OpenExchange {
  head: RecordedHead | undefined;
  /** The body in the pieces in which it came. */
  readonly chunks: Buffer[];
  /** The body, where the pieces are more than that. */
  body?: Buffer;
  /** Notes that it is over; `error` says why there is no whole reply. */
  end(by: 'target' | 'suite', error?: string): void;
}

interface Entry {
  readonly kind: 'exchange' | 'stream' | 'raw' | 'websocket';
  readonly at: number;
  readonly request: SentRequest;
  /** What went out, where that is not just the request. */
  readonly sent?: Buffer;
  readonly exchange: OpenExchange;
  readonly fate: { duration?: number; endedBy: 'target' | 'suite'; error?: string };
}

/** Everything that one attempt at a requirement did, with times in milliseconds since it began. */
export class ExchangeLog {
  readonly #start = performance.now();
  readonly #began = Date.now();
  readonly #redactor: Redactor;
  readonly #entries: (
    | Entry
    | { readonly kind: 'passes'; readonly at: number; readonly seconds: number }
  )[] = [];

  constructor(redactor: Redactor) {
    this.#redactor = redactor;
  }

  now(): number {
    return Math.round((performance.now() - this.#start) * 10) / 10;
  }

  /** @param sent the bytes that went out, where they are not a well-formed request */
  open(kind: Entry['kind'], request: SentRequest, sent?: Buffer): OpenExchange {
    const at = this.now();
    const fate: Entry['fate'] = { endedBy: 'suite' };
    const exchange: OpenExchange = {
      head: undefined,
      chunks: [],
      end: (by, error) => {
        if (fate.duration !== undefined) return;
        fate.duration = Math.round((this.now() - at) * 10) / 10;
        fate.endedBy = by;
        if (error !== undefined) fate.error = error;
      },
    };
    this.#entries.push({ kind, at, request, ...(sent !== undefined && { sent }), exchange, fate });
    return exchange;
  }

  passes(seconds: number): void {
    this.#entries.push({ kind: 'passes', at: this.now(), seconds });
  }

  /** What reports show: secrets taken out, bodies as text and not longer than a reader bears. */
  exchanges(): Exchange[] {
    return this.#entries
      .filter((entry) => entry.kind !== 'passes')
      .map((entry) => {
        const { at, request, exchange, fate } = entry;
        const redactor = this.#redactor;
        return {
          at,
          duration: fate.duration ?? 0,
          request: {
            method: request.method,
            path: redactor.text(request.path),
            headers: redactor.headers(request.headers),
            body: redactor.text(shownBytes(request.body)),
          },
          ...(exchange.head !== undefined && {
            response: {
              status: exchange.head.status,
              reason: exchange.head.reason,
              headers: redactor.headers(exchange.head.headers),
              body: redactor.text(shownBytes(exchange.body ?? Buffer.concat(exchange.chunks))),
            },
          }),
          ...(fate.error !== undefined && { error: redactor.text(fate.error) }),
        };
      });
  }

  /**
   * What recordings keep: everything as it was. Nothing where a websocket was opened: it has no form
   * among the observed exchanges yet, and what was done beside it says little without it.
   */
  steps(): RecordedStep[] {
    const steps: RecordedStep[] = [];
    for (const entry of this.#entries) {
      if (entry.kind === 'websocket') return [];
      const at = this.#began + entry.at;
      steps.push(
        entry.kind === 'passes' ? { ...entry, at } : stepOf({ ...entry, kind: entry.kind, at }),
      );
    }
    return steps;
  }
}

function stepOf({
  kind,
  at,
  request,
  sent,
  exchange,
  fate,
}: Entry & { readonly kind: Exclude<Entry['kind'], 'websocket'> }): RecordedStep {
  const { head, chunks } = exchange;
  const { duration = 0, endedBy, error } = fate;
  const why = error !== undefined && { error };
  const whole = Buffer.concat(chunks);
  if (kind === 'raw') {
    const received = recordedBytes(whole);
    return {
      kind,
      at,
      duration,
      sent: recordedBytes(sent ?? Buffer.alloc(0)),
      received,
      endedBy,
      ...why,
    };
  }
  const recorded: RecordedRequest = { ...request, body: recordedBytes(request.body) };
  if (kind === 'stream') {
    const pieces = chunks.map(recordedBytes);
    return {
      kind,
      at,
      duration,
      request: recorded,
      ...(head && { reply: head }),
      chunks: pieces,
      endedBy,
      ...why,
    };
  }
  const reply = head && { reply: { ...head, body: recordedBytes(whole) } };
  return { kind, at, duration, request: recorded, ...reply, ...why };
}
