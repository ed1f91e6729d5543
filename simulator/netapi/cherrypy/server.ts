import { ServerResponse } from 'node:http';
import type { Express, RequestHandler } from 'express';
import { bareApp } from '../../bare-app.ts';
import type { Listening, ListenOptions } from '../../listening.ts';
import type { Master } from '../../master/master.ts';
import { CherootRequest } from './cheroot/cheroot-request.ts';
import { listenAsCheroot } from './cheroot/cheroot-server.ts';
import type { RequestClasses } from './cheroot/connection.ts';
import { Exchange, type Server } from './exchange.ts';
import { respond } from './respond.ts';
import { SessionStore } from './sessions/session-store.ts';
import { Statistics } from './statistics/statistics.ts';
import { urlMap } from './urls/url-map.ts';

/** The CherryPy that salt-api's packages carry, seen with 3006.28, 3007.15 and 3008.3. */
const CHERRYPY_VERSION = '18.10.0';

/** Where and how a rest_cherrypy listens. */
export interface CherryPyOptions extends ListenOptions {
  /** Where its sessions are kept. @default a store of its own */
  readonly sessions?: SessionStore;
  readonly cherrypyVersion?: string;
  /** Whether ws4py is installed. @default true */
  readonly ws4py?: boolean;
  /** What sees a request before rest_cherrypy does: the control API. */
  readonly before?: readonly RequestHandler[];
}

/**
 * Starts rest_cherrypy in front of a master.
 *
 * @throws the error of listening, a port in use say
 */
export async function startCherryPy(master: Master, options: CherryPyOptions): Promise<Listening> {
  const { root_prefix: prefix = '/', collect_stats: counts = false } = master.config.rest_cherrypy;
  const server: Server = {
    master,
    mount: prefix.replace(/\/+$/, ''),
    host: options.host,
    sessions: options.sessions ?? sessionStoreFor(master),
    startTime: master.clock.now(),
    statistics: new Statistics(master.clock, counts),
    cherrypyVersion: options.cherrypyVersion ?? CHERRYPY_VERSION,
  };
  const urls = urlMap(master.config.rest_cherrypy, {
    hasWs4py: options.ws4py ?? true,
    traits: master.profile.cherrypy,
  });
  const app = bareApp(options.before);
  app.use((req, res) => respond(new Exchange(server, req, res), urls));
  const handle = app as unknown as (request: CherootRequest, response: ServerResponse) => void;
  return listenAsCheroot(requestClasses(app), handle, options);
}

/** An empty store of sessions that behaves as the master's Salt line does. */
export function sessionStoreFor({ clock, random, profile }: Master): SessionStore {
  return new SessionStore(clock, random, {
    keepsEmpty: profile.keepsEmptySessions,
    idBytes: profile.cherrypy.sessionIdBytes,
  });
}

/** Node versions from this one on are fast with Express as it is. */
const FAST_NODE = 24;

/**
 * Requests and responses that are born with Express's prototypes.
 *
 * Express sets the prototype of each one otherwise, which V8 before Node 24 punishes with a third
 * of the throughput (ecosystem §6).
 */
function requestClasses(app: Express): RequestClasses {
  if (Number.parseInt(process.versions.node, 10) >= FAST_NODE)
    return { request: CherootRequest, response: ServerResponse };
  class ExpressRequest extends CherootRequest {}
  class ExpressResponse extends ServerResponse {}
  Object.setPrototypeOf(ExpressRequest.prototype, app.request);
  Object.setPrototypeOf(ExpressResponse.prototype, app.response);
  Object.defineProperty(app, 'request', { value: ExpressRequest.prototype });
  Object.defineProperty(app, 'response', { value: ExpressResponse.prototype });
  return { request: ExpressRequest, response: ExpressResponse };
}
