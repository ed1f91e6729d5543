import { EventEmitter, once } from 'node:events';
import net from 'node:net';
import { clientFrame, framesIn, OPCODE } from '../../specs/target/websocket-frame.ts';
import { RECEIVED, READY } from '../../specs/target/websocket.ts';
import type { Ear } from './ear.ts';

/** How a module of salt-api has its websockets (rest-cherrypy §12; rest-tornado-wsgi §6). */
const WAYS = {
  cherrypy: { path: '/ws/', prefix: 'data: ', isAcknowledged: true },
  /** It says nothing to a client that is ready, but has heard it when it answers the handshake it came along with. */
  tornado: { path: '/all_events/', prefix: '', isAcknowledged: false },
} as const;

/** Begins to listen by a websocket; resolves once the simulator knows. */
export async function listenByWebsocket(
  url: string,
  token: string,
  module: keyof typeof WAYS = 'cherrypy',
): Promise<Ear> {
  const { path, prefix, isAcknowledged } = WAYS[module];
  const { hostname, port } = new URL(url);
  const socket = net.connect(Number(port), hostname);
  const news = new EventEmitter();
  let bytes = Buffer.alloc(0);
  socket.on('data', (piece) => {
    bytes = Buffer.concat([bytes, piece]);
    news.emit('more');
  });
  socket.on('error', () => undefined);
  socket.once('close', () => news.emit('more'));
  /** Resolves to what is made of the bytes so far, once something is. */
  const arrival = async <T>(find: () => T | undefined): Promise<T> => {
    for (;;) {
      const found = find();
      if (found !== undefined) return found;
      if (socket.closed) throw new Error('The websocket was closed.');
      await once(news, 'more');
    }
  };
  const handshake =
    `GET ${path}${token} HTTP/1.1\r\nHost: ${hostname}\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n` +
    'Sec-WebSocket-Version: 13\r\nSec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n\r\n';
  const ready = clientFrame(OPCODE.text, READY);
  socket.write(isAcknowledged ? handshake : Buffer.concat([Buffer.from(handshake), ready]));
  const begin = await arrival(() => {
    const end = bytes.indexOf('\r\n\r\n');
    return end < 0 ? undefined : end + 4;
  });
  const texts = (): string[] =>
    framesIn(bytes.subarray(begin))
      .filter(({ opcode }) => opcode === OPCODE.text)
      .map(({ payload }) => payload.toString());
  if (isAcknowledged) {
    socket.write(ready);
    await arrival(() => (texts().includes(RECEIVED) ? true : undefined));
  }
  return {
    async until(tag) {
      const mark = `"tag": ${JSON.stringify(tag)}`;
      const heard = await arrival(() => {
        if (!bytes.includes(mark)) return undefined;
        const all = texts();
        const last = all.findIndex((text) => text.includes(mark));
        return last < 0 ? undefined : all.slice(all.indexOf(RECEIVED) + 1, last + 1);
      });
      return heard.map((text) => text.slice(prefix.length).trimEnd());
    },
    close: () => void socket.destroy(),
  };
}
