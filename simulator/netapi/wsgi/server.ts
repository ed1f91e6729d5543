import type { ServerResponse } from 'node:http';
import type { RequestHandler } from 'express';
import { bareApp } from '../../bare-app.ts';
import type { Listening, ListenOptions } from '../../listening.ts';
import type { Master } from '../../master/master.ts';
import { listenOnSockets } from '../sockets/listen.ts';
import { Connection } from './http-server/connection.ts';
import type { OldRequest } from './http-server/old-request.ts';
import { refusalBytes } from './http-server/refusal.ts';
import { respond } from './respond.ts';
import { Turns } from './turns.ts';

/** Where and how a rest_wsgi listens. */
export interface WsgiOptions extends ListenOptions {
  /** What sees a request before rest_wsgi does: the control API. */
  readonly before?: readonly RequestHandler[];
}

/**
 * Starts rest_wsgi in front of a master, on the server that salt-api gives it: wsgiref's
 * (rest-tornado-wsgi §7.1).
 *
 * @throws the error of listening, a port in use say
 */
export function startWsgi(master: Master, options: WsgiOptions): Promise<Listening> {
  const turns = new Turns();
  const app = bareApp(options.before);
  app.use((req, res) => respond(master, turns, req as unknown as OldRequest, res));
  const handle = app as unknown as (request: OldRequest, response: ServerResponse) => void;
  const application = {
    answer: handle,
    refuse: (refusal: Parameters<typeof refusalBytes>[0]) =>
      refusalBytes(refusal, master.profile.wsgi.python, master.clock.now()),
  };
  return listenOnSockets(
    { serve: (socket) => new Connection(socket, application).start() },
    options,
  );
}
