import {
  createServer,
  IncomingMessage,
  ServerResponse,
  type Server as HttpServer,
} from 'node:http';
import type { AddressInfo } from 'node:net';
import express, { type RequestHandler } from 'express';
import type { Master } from '../../master/master.ts';
import { Exchange, type Server } from './exchange.ts';
import { respond } from './respond.ts';
import { SessionStore } from './session-store.ts';
import { urlMap } from './urls/url-map.ts';

/** The CherryPy that salt-api's packages carry, seen with 3006.28, 3007.15 and 3008.3. */
const CHERRYPY_VERSION = '18.10.0';

/** Where and how a rest_cherrypy listens. */
export interface CherryPyOptions {
  readonly host: string;
  /** 0 takes a free one. */
  readonly port: number;
  readonly cherrypyVersion?: string;
  /** What sees a request before rest_cherrypy does: the control API. */
  readonly before?: readonly RequestHandler[];
}

/** A netapi module that is listening. */
export interface NetapiServer {
  readonly url: string;
  readonly port: number;
  /** Ends every connection, open event streams too. */
  close(): Promise<void>;
}

/**
 * Starts rest_cherrypy in front of a master.
 *
 * @throws the error of listening, a port in use say
 */
export async function startCherryPy(
  master: Master,
  options: CherryPyOptions,
): Promise<NetapiServer> {
  const server: Server = {
    master,
    sessions: new SessionStore(master.clock, master.random, master.profile.keepsEmptySessions),
    startTime: master.clock.now(),
    cherrypyVersion: options.cherrypyVersion ?? CHERRYPY_VERSION,
  };
  const urls = urlMap(master.config.rest_cherrypy);
  const app = express();
  app.disable('x-powered-by');
  app.disable('etag');
  for (const handler of options.before ?? []) app.use(handler);
  app.use((req, res) => respond(new Exchange(server, req, res), urls));
  return listen(httpServerFor(app), options);
}

/** Node versions from this one on are fast with Express as it is. */
const FAST_NODE = 24;

/**
 * An HTTP server whose requests and responses are born with Express's prototypes.
 *
 * Express sets the prototype of each one otherwise, which V8 before Node 24 punishes with a third
 * of the throughput (ecosystem §6).
 */
function httpServerFor(app: express.Express): HttpServer {
  if (Number.parseInt(process.versions.node, 10) >= FAST_NODE) return createServer(app);
  class ExpressRequest extends IncomingMessage {}
  class ExpressResponse extends ServerResponse {}
  Object.setPrototypeOf(ExpressRequest.prototype, app.request);
  Object.setPrototypeOf(ExpressResponse.prototype, app.response);
  Object.defineProperty(app, 'request', { value: ExpressRequest.prototype });
  Object.defineProperty(app, 'response', { value: ExpressResponse.prototype });
  return createServer({ IncomingMessage: ExpressRequest, ServerResponse: ExpressResponse }, app);
}

function listen(http: HttpServer, { host, port }: CherryPyOptions): Promise<NetapiServer> {
  http.keepAliveTimeout = 10_000;
  return new Promise((resolve, reject) => {
    http.once('error', reject);
    http.listen(port, host, () => {
      const address = http.address() as AddressInfo;
      const name = address.family === 'IPv6' ? `[${address.address}]` : address.address;
      resolve({
        url: `http://${name}:${address.port}`,
        port: address.port,
        close: () => close(http),
      });
    });
  });
}

function close(http: HttpServer): Promise<void> {
  return new Promise((resolve, reject) => {
    http.close((error) => (error === undefined ? resolve() : reject(error)));
    http.closeAllConnections();
  });
}
