import type { Listening, ListenOptions } from '../../../listening.ts';
import { listenOnSockets } from '../../sockets/listen.ts';
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
  return listenOnSockets(
    {
      serve: (socket) => new Connection(socket, classes, listener).start(),
      handshakeTimeout: HANDSHAKE_TIMEOUT,
      // A client that speaks plain HTTP to it is reset, as by cheroot 11.1.2 (seen on 3008.3). What
      // is encrypted cannot be reset; the connection below it can.
      onTlsError(error, socket) {
        if (error.code === 'ERR_SSL_HTTP_REQUEST') socket.resetAndDestroy();
      },
    },
    options,
  );
}
