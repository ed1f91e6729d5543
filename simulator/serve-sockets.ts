import type { AddressInfo, Server, Socket } from 'node:net';
import { urlOf, type Listening, type ListenOptions } from './listening.ts';

/**
 * Has a server of bare connections listen.
 *
 * @param sockets where its connections are kept while they are open
 * @throws the error of listening, a port in use say
 */
export function serveSockets(
  server: Server,
  { host, port, tls }: ListenOptions,
  sockets = new Set<Socket>(),
): Promise<Listening> {
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

function close(server: Server, sockets: ReadonlySet<Socket>): Promise<void> {
  return new Promise((resolve, reject) => {
    server.close((error) => (error === undefined ? resolve() : reject(error)));
    for (const socket of sockets) socket.destroy();
  });
}
