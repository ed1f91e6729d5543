import { createServer, type Server, type Socket } from 'node:net';
import { createServer as createTlsServer } from 'node:tls';
import type { Listening, ListenOptions, TlsFiles } from '../../../listening.ts';
import { serveSockets } from '../../../serve-sockets.ts';
import { Connection, type RequestClasses, type RequestListener } from './connection.ts';

/** Milliseconds that a client may take until TLS is agreed on: those it may be silent at any time. */
const HANDSHAKE_TIMEOUT = 10_000;

/**
 * Listens for HTTP as cheroot, CherryPy's server, understands it; see decisions/cheroot.md.
 *
 * @throws the error of listening, a port in use say
 */
export function listenAsCheroot(
  classes: RequestClasses,
  listener: RequestListener,
  options: ListenOptions,
): Promise<Listening> {
  const { tls } = options;
  const sockets = new Set<Socket>();
  const serve = (socket: Socket): void => new Connection(socket, classes, listener).start();
  const server =
    tls === undefined ? createServer(HALF_OPEN, serve) : tlsServer(tls, serve, sockets);
  return serveSockets(server, options, sockets);
}

/** A client may end its side of a connection and still wait for an answer. */
const HALF_OPEN = { allowHalfOpen: true } as const;

/** A client that speaks plain HTTP to it is reset, as by cheroot 11.1.2 (seen on 3008.3). */
function tlsServer(
  files: TlsFiles,
  serve: (socket: Socket) => void,
  sockets: ReadonlySet<Socket>,
): Server {
  const options = { ...HALF_OPEN, ...files, handshakeTimeout: HANDSHAKE_TIMEOUT };
  const server = createTlsServer(options, serve);
  server.on('tlsClientError', (error: NodeJS.ErrnoException, { remotePort, remoteAddress }) => {
    if (error.code !== 'ERR_SSL_HTTP_REQUEST') return;
    // What is encrypted cannot be reset; the connection below it can.
    for (const socket of sockets)
      if (socket.remotePort === remotePort && socket.remoteAddress === remoteAddress)
        socket.resetAndDestroy();
  });
  return server;
}
