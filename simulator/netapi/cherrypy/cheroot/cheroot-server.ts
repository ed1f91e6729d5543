import { createServer, type AddressInfo, type Server, type Socket } from 'node:net';
import { Connection, type RequestClasses, type RequestListener } from './connection.ts';

/** A server that is listening. */
export interface Listening {
  readonly url: string;
  readonly port: number;
  /** Ends every connection, open event streams too. */
  close(): Promise<void>;
}

/**
 * Listens for HTTP as cheroot, CherryPy's server, understands it; see decisions/cheroot.md.
 *
 * @param port 0 takes a free one
 * @throws the error of listening, a port in use say
 */
export function listenAsCheroot(
  classes: RequestClasses,
  listener: RequestListener,
  { host, port }: { readonly host: string; readonly port: number },
): Promise<Listening> {
  const sockets = new Set<Socket>();
  const server = createServer({ allowHalfOpen: true }, (socket) => {
    sockets.add(socket);
    socket.once('close', () => sockets.delete(socket));
    new Connection(socket, classes, listener).start();
  });
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, host, () => {
      const address = server.address() as AddressInfo;
      const name = address.family === 'IPv6' ? `[${address.address}]` : address.address;
      resolve({
        url: `http://${name}:${address.port}`,
        port: address.port,
        close: () => close(server, sockets),
      });
    });
  });
}

function close(server: Server, sockets: ReadonlySet<Socket>): Promise<void> {
  return new Promise((resolve, reject) => {
    server.close((error) => (error === undefined ? resolve() : reject(error)));
    for (const socket of sockets) socket.destroy();
  });
}
