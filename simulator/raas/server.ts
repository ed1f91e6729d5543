import { createServer as createHttpServer, type Server } from 'node:http';
import { createServer as createHttpsServer } from 'node:https';
import type { AddressInfo } from 'node:net';
import type { RequestHandler } from 'express';
import { urlOf, type Listening, type ListenOptions } from '../listening.ts';
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
export async function startRaas(raas: Raas, options: RaasServerOptions): Promise<Listening> {
  const { host, port, tls, before } = options;
  const app = bridge(raas, before);
  const server = tls === undefined ? createHttpServer(app) : createHttpsServer(tls, app);
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, host, resolve);
  });
  const address = server.address() as AddressInfo;
  return {
    url: urlOf(address, tls),
    port: address.port,
    close: () => close(server),
  };
}

function close(server: Server): Promise<void> {
  return new Promise((resolve, reject) => {
    server.close((error) => (error === undefined ? resolve() : reject(error)));
    server.closeAllConnections();
  });
}
