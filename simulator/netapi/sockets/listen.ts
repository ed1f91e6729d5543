import { createServer, type AddressInfo, type Server, type Socket } from 'node:net';
import { createServer as createTlsServer } from 'node:tls';
import { urlOf, type Listening, type ListenOptions, type TlsFiles } from '../../listening.ts';

/** What happens on the connections to a server that reads HTTP itself. */
export interface SocketHandlers {
  /** Takes a new connection, once TLS is agreed on. */
  readonly serve: (socket: Socket) => void;
  /** Milliseconds that a client may take until then. @default Node's own */
  readonly handshakeTimeout?: number;
  /** Called with the connection below one that no TLS came of. */
  readonly onTlsError?: (error: NodeJS.ErrnoException, socket: Socket) => void;
}

/**
 * Listens for connections, without reading what they bring.
 *
 * @throws the error of listening, a port in use say
 */
export function listenOnSockets(
  handlers: SocketHandlers,
  { host, port, tls }: ListenOptions,
): Promise<Listening> {
  const sockets = new Set<Socket>();
  const server =
    tls === undefined ? createServer(HALF_OPEN, handlers.serve) : tlsServer(tls, handlers, sockets);
  server.on('connection', (socket) => {
    sockets.add(socket);
    socket.once('close', () => sockets.delete(socket));
  });
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, host, () => {
      const address = server.address() as AddressInfo;
      resolve({
        url: urlOf(address, tls),
        port: address.port,
        close: () => close(server, sockets),
      });
    });
  });
}

/** A client may end its side of a connection and still wait for an answer. */
const HALF_OPEN = { allowHalfOpen: true } as const;

function tlsServer(
  files: TlsFiles,
  { serve, handshakeTimeout, onTlsError }: SocketHandlers,
  sockets: ReadonlySet<Socket>,
): Server {
  const timeout = handshakeTimeout === undefined ? {} : { handshakeTimeout };
  const server = createTlsServer({ ...HALF_OPEN, ...files, ...timeout }, serve);
  server.on('tlsClientError', (error, { remotePort, remoteAddress }) => {
    for (const socket of sockets)
      if (socket.remotePort === remotePort && socket.remoteAddress === remoteAddress)
        onTlsError?.(error, socket);
  });
  return server;
}

function close(server: Server, sockets: ReadonlySet<Socket>): Promise<void> {
  return new Promise((resolve, reject) => {
    server.close((error) => (error === undefined ? resolve() : reject(error)));
    for (const socket of sockets) socket.destroy();
  });
}
