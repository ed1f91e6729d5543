import type { RequestHandler } from 'express';
import { bareApp } from '../../bare-app.ts';
import type { Listening, ListenOptions } from '../../listening.ts';
import type { Master } from '../../master/master.ts';
import { listenOnSockets } from '../sockets/listen.ts';
import type { TornadoServer } from './exchange.ts';
import { Connection, type RequestListener } from './http/connection.ts';
import type { TornadoRequest } from './http/tornado-request.ts';
import { respond } from './respond.ts';
import { routesOf } from './urls/routes.ts';

/** Where and how a rest_tornado listens. */
export interface TornadoOptions extends ListenOptions {
  /** What sees a request before rest_tornado does: the control API. */
  readonly before?: readonly RequestHandler[];
  /** As the `Server` header is to name it. @default that of the Salt line */
  readonly tornadoVersion?: string | undefined;
}

/**
 * Starts rest_tornado in front of a master.
 *
 * @throws the error of listening, a port in use say
 */
export function startTornado(master: Master, options: TornadoOptions): Promise<Listening> {
  const { version, reading } = master.profile.tornado;
  const tornado: TornadoServer = {
    master,
    tornadoVersion: options.tornadoVersion ?? version,
    routes: routesOf(master),
    hasEventListener: false,
  };
  const app = bareApp(options.before);
  app.use((req, res) => {
    const { uri, content } = req as unknown as TornadoRequest;
    return respond(tornado, req, bare(res), { uri, body: content });
  });
  const listener = app as unknown as RequestListener;
  return listenOnSockets(
    { serve: (socket) => new Connection(socket, reading, listener).start() },
    options,
  );
}

/** A response to which Node adds nothing by itself. */
function bare<T extends { sendDate: boolean; removeHeader(name: string): void }>(res: T): T {
  res.sendDate = false;
  res.removeHeader('Connection');
  return res;
}
