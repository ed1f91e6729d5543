import type { Exchange, Header } from '../../report/result.ts';
import { redactBody, redactHeaders } from './redact.ts';

/** One request and what came back, as it was on the wire. */
export interface RawExchange {
  readonly method: string;
  readonly path: string;
  readonly requestHeaders: readonly Header[];
  readonly requestBody: string;
  readonly status: number;
  readonly reason: string;
  readonly headers: readonly Header[];
  readonly body: string;
}

/** Something a run did to its target, in order: what a recording is made of. */
export type Step =
  | ({ readonly kind: 'exchange' } & RawExchange)
  | { readonly kind: 'passes'; readonly seconds: number };

/** Everything that one attempt at a requirement did, with times. */
export class ExchangeLog {
  readonly #start = performance.now();
  readonly exchanges: Exchange[] = [];
  readonly steps: Step[] = [];

  /** Milliseconds since the requirement began. */
  now(): number {
    return Math.round((performance.now() - this.#start) * 10) / 10;
  }

  add(raw: RawExchange, at: number): void {
    this.steps.push({ kind: 'exchange', ...raw });
    const { method, path, status, reason } = raw;
    this.exchanges.push({
      at,
      duration: Math.round((this.now() - at) * 10) / 10,
      request: {
        method,
        path,
        headers: redactHeaders(raw.requestHeaders),
        body: redactBody(raw.requestBody),
      },
      response: { status, reason, headers: redactHeaders(raw.headers), body: redactBody(raw.body) },
    });
  }

  addPassing(seconds: number): void {
    this.steps.push({ kind: 'passes', seconds });
  }
}
