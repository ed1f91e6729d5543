import express, { type RequestHandler } from 'express';
import type { Listening, ListenOptions } from '../../listening.ts';
import type { Master } from '../../master/master.ts';
import { serveHttp } from '../../serve-http.ts';
import type { TornadoServer } from './exchange.ts';
import { respond } from './respond.ts';

/** Where and how a rest_tornado listens. */
export interface TornadoOptions extends ListenOptions {
  /** What sees a request before rest_tornado does: the control API. */
  readonly before?: readonly RequestHandler[];
}

/** The most that a body may hold: Tornado's own limit. */
const MOST_BYTES = 100 * 1024 * 1024;

/**
 * Starts rest_tornado in front of a master.
 *
 * @throws the error of listening, a port in use say
 */
export function startTornado(master: Master, options: TornadoOptions): Promise<Listening> {
  const { before = [] } = options;
  const tornado: TornadoServer = { master, tornadoVersion: master.profile.tornado.version };
  const app = express();
  app.disable('x-powered-by');
  app.disable('etag');
  for (const handler of before) app.use(handler);
  app.use(express.raw({ type: () => true, limit: MOST_BYTES, inflate: false }));
  app.use((req, res) => respond(tornado, req, bare(res), bodyOf(req.body)));
  return serveHttp(app, options, (server) => {
    // Tornado says nothing of how long it keeps a connection.
    server.keepAliveTimeout = 0;
  });
}

/** A response to which Node adds nothing by itself. */
function bare<T extends { sendDate: boolean; removeHeader(name: string): void }>(res: T): T {
  res.sendDate = false;
  res.removeHeader('Connection');
  return res;
}

function bodyOf(body: unknown): Buffer {
  return Buffer.isBuffer(body) ? body : Buffer.alloc(0);
}
