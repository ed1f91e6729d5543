import type { Lives } from '../salt/lives.ts';
import type { NetapiSetting } from '../salt/netapi-settings.ts';

/**
 * Exchanges with real Salt as fixtures/observed/<version>/ keeps them: normalised, so that two
 * recordings of the same release are equal, and a right simulator is equal to both.
 */
export interface ObservedFile {
  readonly format: 'saltproof-observed/1';
  /** The release: `3008.3`. */
  readonly salt: string;
  /** `cherrypy.login`: what the ids of this file begin with. */
  readonly topic: string;
  readonly observed: readonly Observed[];
}

/** What one requirement or probe did to a master, and what came back; it stands for itself. */
export interface Observed {
  readonly id: string;
  /** How long the jobs of that master lived. */
  readonly lives: Lives;
  /** How its netapi was set; absent where plainly. */
  readonly netapi?: NetapiSetting;
  /** Log-ins before it, whose sessions it uses; not compared. */
  readonly given: readonly ObservedRequest[];
  readonly steps: readonly ObservedStep[];
}

/** What happened in one step of a recording. */
export type ObservedStep = ObservedExchange | ObservedStream | ObservedRaw | ObservedPassing;

/** Marks a step that two recordings did not agree on: it is repeated, but nothing is expected of it. */
interface Unsettled {
  readonly unsettled?: true;
}

/** A text, by lines where it has several; other bytes; or a text that came compressed. */
export type ObservedBody = string | readonly string[] | { readonly base64: string } | Gzipped;

/** The header of the compressed body in hexadecimal, without its time, and what it contains. */
export interface Gzipped {
  readonly gzip: string | readonly string[];
  readonly header: string;
}

/** `POST /login`, header lines in order, and the body where there is one. */
export interface ObservedRequest {
  readonly request: string;
  readonly headers: readonly string[];
  readonly body?: ObservedBody;
}

/** `200 OK`, header lines in order, and the body where there is one. */
export interface ObservedReply {
  readonly status: string;
  readonly headers: readonly string[];
  readonly body?: ObservedBody;
}

/** A request and its reply; none where the target hung up. */
export interface ObservedExchange extends ObservedRequest, Unsettled {
  readonly kind: 'exchange';
  /** It was asked again until the answer was this one. */
  readonly polled?: true;
  readonly reply?: ObservedReply;
}

/** A request whose reply went on. */
export interface ObservedStream extends ObservedRequest, Unsettled {
  readonly kind: 'stream';
  /** How many of the following steps it was open beside. */
  readonly beside: number;
  readonly reply?: ObservedReply;
  /** Server-sent events in order, each by its lines. */
  readonly events: readonly (readonly string[])[];
  readonly endedBy: 'target' | 'suite';
}

/** Bytes sent over a bare connection, and what came back. */
export interface ObservedRaw extends Unsettled {
  readonly kind: 'raw';
  readonly sent: ObservedBody;
  readonly received: ObservedBody;
  readonly endedBy: 'target' | 'suite';
  /** Nothing is ever to come, so that it is not waited for as long as for an answer. */
  readonly unanswered?: true;
}

/** Time that passed, in seconds. */
export interface ObservedPassing {
  readonly kind: 'passes';
  readonly seconds: number;
}
