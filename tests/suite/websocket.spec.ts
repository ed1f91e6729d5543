import { expect, test } from '@playwright/test';
import type { Socket } from 'node:net';
import { ExchangeLog } from '../../specs/target/exchange-log.ts';
import { Redactor } from '../../specs/target/redact.ts';
import { Websocket } from '../../specs/target/websocket.ts';
import { clientFrame, framesIn, OPCODE } from '../../specs/target/websocket-frame.ts';
import { serveBytes } from './local-server.ts';
import { plainOptions } from './run-options.ts';

const SWITCHED = 'HTTP/1.1 101 Switching Protocols\r\nUpgrade: websocket\r\n\r\n';

/** A websocket to a server that says this to every handshake, and what else is at hand. */
async function opened(
  answer: string | Buffer,
  body: (websocket: Websocket, log: ExchangeLog, peer: Socket) => Promise<void>,
): Promise<void> {
  const peers: Socket[] = [];
  const server = await serveBytes((socket) => {
    peers.push(socket);
    socket.once('data', () => socket.write(answer));
  });
  const log = new ExchangeLog(new Redactor(plainOptions()));
  try {
    const tls = plainOptions().tls;
    const headers = [['X-Auth-Token', 'abcd'.repeat(10)]] as const;
    const websocket = await Websocket.open(new URL(server.url), tls, log, '/ws', headers, 2000);
    await body(websocket, log, peers[0] as Socket);
  } finally {
    await server.close();
  }
}

test('a frame that comes with the head is not lost', async () => {
  const frame = Buffer.from([0x81, 2, 0x68, 0x69]);
  await opened(Buffer.concat([Buffer.from(SWITCHED), frame]), async (websocket) => {
    expect(websocket.reply.status).toBe(101);
    expect(await websocket.text(() => true)).toBe('hi');
  });
});

test('frames come after the page of a refusal, however it is framed', async () => {
  const frame = '\x81\x02hi';
  for (const reply of [
    `HTTP/1.1 404 Not Found\r\nContent-Length: 4\r\n\r\npage${frame}`,
    `HTTP/1.1 401 No\r\nTransfer-Encoding: chunked\r\n\r\n4\r\npage\r\n0\r\n\r\n${frame}`,
  ])
    await opened(Buffer.from(reply, 'latin1'), async (websocket) => {
      expect(websocket.reply.body).toContain('page');
      expect(await websocket.text(() => true)).toBe('hi');
    });
});

test('reports show its texts and hide its token; recordings leave it out', async () => {
  await opened(SWITCHED, async (websocket, log, peer) => {
    peer.write(Buffer.from([0x81, 2, 0x68, 0x69, 0x88, 2, 3, 232]));
    await websocket.until(({ frames }) => frames.length === 2);
    websocket.close();
    const [exchange] = log.exchanges();
    expect(exchange?.response).toMatchObject({ status: 101, body: 'hi\n(opcode 8) 03e8' });
    expect(exchange?.request.headers).toContainEqual(['X-Auth-Token', 'abcd…']);
    expect(log.steps()).toEqual([]);
  });
});

test('waiting ends when the target ends the connection', async () => {
  await opened(SWITCHED, async (websocket, _, peer) => {
    peer.end();
    expect(await websocket.ended()).toBe(true);
    expect(await websocket.text(() => true)).toBeUndefined();
  });
});

test('frames of every length are read as they were written', () => {
  for (const length of [0, 125, 126, 65_535, 65_536]) {
    const payload = Buffer.alloc(length, 'x');
    const bytes = clientFrame(OPCODE.binary, payload, { isMasked: false });
    expect(framesIn(bytes)).toMatchObject([{ isFinal: true, opcode: OPCODE.binary }]);
    expect(framesIn(bytes)[0]?.payload.equals(payload)).toBe(true);
    expect(framesIn(bytes.subarray(0, -1))).toEqual([]);
  }
});
