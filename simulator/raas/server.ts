import type { RequestHandler } from 'express';
import type { Listening, ListenOptions } from '../listening.ts';
import { serveHttp } from '../serve-http.ts';
import { bridge } from './bridge/bridge.ts';
import type { Raas } from './raas.ts';

/** Where and how a RaaS listens. */
export interface RaasServerOptions extends ListenOptions {
  /** What sees a request before RaaS does: the control API. */
  readonly before?: readonly RequestHandler[];
}

/**
 * Starts the HTTP bridge of a RaaS.
 *
 * @throws the error of listening, a port in use say
 */
export function startRaas(raas: Raas, options: RaasServerOptions): Promise<Listening> {
  return serveHttp(bridge(raas, options.before), options);
}
