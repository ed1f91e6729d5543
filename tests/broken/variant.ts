import type { RequestHandler } from 'express';
import type { Parts } from '../../simulator/assemble.ts';

/** How a simulator is broken. */
export interface Breakage {
  /** Changes its parts. */
  readonly spoil?: (parts: Parts) => void;
  /** Stands between clients and rest_cherrypy. */
  readonly between?: RequestHandler;
  /** Changes the bytes of replies, in the pieces in which they come over the wire. */
  readonly garble?: (bytes: Buffer) => Buffer;
}

/** A simulator that is broken in one way, and what must notice. */
export interface Variant extends Breakage {
  /** What it does wrong. */
  readonly name: string;
  /** The Salt line that is simulated. @default the newest */
  readonly salt?: string;
  /** The ids of requirements that must fail on it. */
  readonly caughtBy: readonly string[];
}
