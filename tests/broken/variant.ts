import type { RequestHandler } from 'express';
import type { Parts } from '../../simulator/assemble.ts';
import type { Netapi } from '../../simulator/netapis.ts';
import type { Raas } from '../../simulator/raas/raas.ts';

/** How a simulator is broken. */
export interface Breakage {
  /** Changes its parts. */
  readonly spoil?: (parts: Parts) => void;
  /** Changes a RaaS. */
  readonly spoilRaas?: (raas: Raas) => void;
  /** Stands between clients and the API. */
  readonly between?: RequestHandler;
  /** Changes the bytes of replies, in the pieces in which they come over the wire. */
  readonly garble?: (bytes: Buffer) => Buffer;
}

/** A simulator that is broken in one way, and what must notice. */
export interface Variant extends Breakage {
  /** What it does wrong. */
  readonly name: string;
  /** The API that stands in front. @default rest_cherrypy */
  readonly api?: Netapi;
  /** The Salt line that is simulated. @default the newest */
  readonly salt?: string;
  /** The ids of requirements that must fail on it. */
  readonly caughtBy: readonly string[];
}
