import {
  createServer as createHttpServer,
  type RequestListener,
  type Server as HttpServer,
} from 'node:http';
import { createServer as createHttpsServer, type Server as HttpsServer } from 'node:https';
import type { AddressInfo } from 'node:net';
import { urlOf, type Listening, type ListenOptions } from './listening.ts';

type Server = HttpServer | HttpsServer;

/**
 * Serves HTTP, or HTTPS where there are files of TLS, by Node's own server.
 *
 * @param prepare changes the server before it listens
 * @throws the error of listening, a port in use say
 */
export async function serveHttp(
  app: RequestListener,
  { host, port, tls }: ListenOptions,
  prepare?: (server: Server) => void,
): Promise<Listening> {
  const server = tls === undefined ? createHttpServer(app) : createHttpsServer(tls, app);
  prepare?.(server);
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, host, resolve);
  });
  const address = server.address() as AddressInfo;
  return { url: urlOf(address, tls), port: address.port, close: () => close(server) };
}

function close(server: Server): Promise<void> {
  return new Promise((resolve, reject) => {
    server.close((error) => (error === undefined ? resolve() : reject(error)));
    server.closeAllConnections();
  });
}
