import type { Header } from '../report/result.ts';

/**
 * What a run did to its target and what came back, un-redacted: raw material for
 * fixtures/observed, to be normalised and replayed against the simulator.
 *
 * A recorded run is one worker and one request after another, so `order` alone tells in which order
 * the requirements went. They share a session, whose log-in stands with the first that needed it.
 * What the suite does beforehand to get to know the target is not recorded, and neither are
 * requirements that open a websocket. A failed attempt and its
 * repetition stand one after the other.
 */
export interface RecordingFile {
  readonly format: 'saltproof-recording/1';
  /** `cherrypy.login`: api and topic of the requirements in this file. */
  readonly topic: string;
  /** The Salt line that was meant: `3008`. */
  readonly salt: string;
  /** The target's base URL. */
  readonly target: string;
  /** Part of every name that the run made up. */
  readonly runId: string;
  readonly recordings: readonly Recording[];
}

/** The steps of one requirement. */
export interface Recording {
  /** Its place in the whole run, over all files, from 0. */
  readonly order: number;
  readonly requirement: string;
  readonly steps: readonly RecordedStep[];
}

/**
 * One thing the suite did. Steps stand in the order in which they began; a stream goes on beside
 * the steps that follow, until `at + duration`.
 */
export type RecordedStep =
  | RecordedExchange
  | RecordedStream
  | RecordedBytesExchange
  | RecordedPassing;

interface Timed {
  /** Milliseconds since the epoch. */
  readonly at: number;
  /** Milliseconds until the last byte, or until the suite turned away. */
  readonly duration: number;
}

/** Bytes: as text where they are UTF-8, else as base64. */
export type RecordedBytes = string | { readonly base64: string };

/** A request in order and case of its headers, without the Host, Connection and Content-Length that were added. */
export interface RecordedRequest {
  readonly method: string;
  readonly path: string;
  readonly headers: readonly Header[];
  readonly body: RecordedBytes;
}

/** The head of a reply, headers in order and case of the wire. */
export interface RecordedHead {
  readonly status: number;
  readonly reason: string;
  readonly headers: readonly Header[];
}

/** A request and its whole reply. */
export interface RecordedExchange extends Timed {
  readonly kind: 'exchange';
  readonly request: RecordedRequest;
  readonly reply?: RecordedHead & { readonly body: RecordedBytes };
  /** Why there is no reply. */
  readonly error?: string;
}

/** A request whose reply went on: GET /events. */
export interface RecordedStream extends Timed {
  readonly kind: 'stream';
  readonly request: RecordedRequest;
  readonly reply?: RecordedHead;
  /** The body in the pieces in which it came. */
  readonly chunks: readonly RecordedBytes[];
  readonly endedBy: 'target' | 'suite';
  readonly error?: string;
}

/** Bytes sent over a bare connection, and the bytes that came back. */
export interface RecordedBytesExchange extends Timed {
  readonly kind: 'raw';
  readonly sent: RecordedBytes;
  readonly received: RecordedBytes;
  readonly endedBy: 'target' | 'suite';
  readonly error?: string;
}

/** Time that the requirement let pass, in seconds. */
export interface RecordedPassing {
  readonly kind: 'passes';
  /** Milliseconds since the epoch. */
  readonly at: number;
  readonly seconds: number;
}
