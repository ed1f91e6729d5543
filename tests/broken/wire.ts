import { once } from 'node:events';
import net, { type AddressInfo, type Socket } from 'node:net';

/** The wire between clients and a simulator. */
export interface Wire {
  readonly url: string;
  close(): void;
}

/**
 * Lays a wire to the port of a simulator on this machine.
 *
 * @param carry what becomes of the bytes of replies, in the pieces in which they come
 */
export async function layWire(port: number, carry: (bytes: Buffer) => Buffer): Promise<Wire> {
  const sockets = new Set<Socket>();
  const server = net.createServer({ allowHalfOpen: true }, (client) => {
    const simulator = net.connect({ host: '127.0.0.1', port, allowHalfOpen: true });
    client.pipe(simulator);
    simulator.on('data', (bytes) => void client.write(carry(bytes)));
    simulator.once('end', () => client.end());
    for (const [one, other] of [
      [client, simulator],
      [simulator, client],
    ] as const) {
      sockets.add(one);
      one.once('error', () => other.destroy());
      one.once('close', () => sockets.delete(one));
    }
    client.once('close', () => simulator.destroy());
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    close() {
      for (const socket of sockets) socket.destroy();
      server.close();
    },
  };
}
