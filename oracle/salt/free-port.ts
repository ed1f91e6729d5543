import { createServer, type AddressInfo } from 'node:net';

/**
 * A port on loopback that is free now.
 *
 * @param wanted a port to have, or 0 for any
 * @throws Error where the wanted port is taken
 */
export function freePort(wanted = 0): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.once('error', (cause) =>
      reject(
        new Error(
          `Port ${wanted} on 127.0.0.1 cannot be had (${cause.message}). Name another, or none.`,
          { cause },
        ),
      ),
    );
    server.listen(wanted, '127.0.0.1', () => {
      const { port } = server.address() as AddressInfo;
      server.close(() => resolve(port));
    });
  });
}
