import { once } from 'node:events';
import http from 'node:http';
import net from 'node:net';

/** A server on loopback, made for one test. */
export interface LocalServer {
  readonly url: string;
  close(): Promise<void>;
}

/** Starts an HTTP server on a free port. */
export async function serveHttp(answer: http.RequestListener): Promise<LocalServer> {
  const server = http.createServer(answer);
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const close = async (): Promise<void> => {
    server.closeAllConnections();
    server.close();
    await once(server, 'close');
  };
  return { url: urlOf(server), close };
}

/** Starts a server that is handed bare connections, for what no HTTP server would do. */
export async function serveBytes(answer: (socket: net.Socket) => void): Promise<LocalServer> {
  const sockets = new Set<net.Socket>();
  const server = net.createServer((socket) => {
    sockets.add(socket.on('error', () => socket.destroy()));
    answer(socket);
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const close = async (): Promise<void> => {
    for (const socket of sockets) socket.destroy();
    server.close();
    await once(server, 'close');
  };
  return { url: urlOf(server), close };
}

/** The URL of a port that nobody listens on. */
export async function urlOfNobody(): Promise<string> {
  const server = await serveBytes(() => {});
  await server.close();
  return server.url;
}

/** An answer as JSON. */
export function sendJson(res: http.ServerResponse, status: number, body: unknown): void {
  res.writeHead(status, { 'Content-Type': 'application/json' }).end(JSON.stringify(body));
}

function urlOf(server: net.Server): string {
  return `http://127.0.0.1:${(server.address() as net.AddressInfo).port}`;
}
