import type { Request, Response } from 'express';
import type { Master } from '../../master/master.ts';
import type { PyValue } from '../../python/value.ts';
import type { Routes } from './urls/routes.ts';
import type { RawArguments } from './pipeline/form-arguments.ts';

/** What all requests to one rest_tornado share. */
export interface TornadoServer {
  readonly master: Master;
  /** As the `Server` header names it. */
  readonly tornadoVersion: string;
  readonly routes: Routes;
  /** Whether it has begun to listen to events, which the first request but those to websockets makes it do. */
  hasEventListener: boolean;
}

/** A request on its way through the handlers, and what was found out about it. */
export interface Exchange {
  readonly server: TornadoServer;
  readonly req: Request;
  readonly res: Response;
  readonly body: Buffer;
  /** The origin that may read the reply, where one may. */
  readonly allowedOrigin: string | undefined;
  /** Writes replies in the format that the client wants. */
  readonly writer: Writer;
  /** What the body holds; undefined where there is none. */
  readonly payload: PyValue | undefined;
  /** The chunks of the body; undefined where there is none. */
  readonly lowstate: readonly PyValue[] | undefined;
  /** The arguments of the query, still undecoded, with those of a form by the same names. */
  readonly query: RawArguments;
}

/** A format that replies are written in. */
export interface Writer {
  readonly contentType: string;
  readonly write: (value: PyValue) => string;
}
