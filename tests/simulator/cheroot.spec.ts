import { once } from 'node:events';
import net from 'node:net';
import { expect, test } from '@playwright/test';
import * as fc from 'fast-check';
import { startSimulator, type Simulator } from '../../simulator/index.ts';
import { replayable } from '../../specs/models/replayable.ts';

let simulator: Simulator;
test.beforeAll(async () => {
  simulator = await startSimulator();
});
test.afterAll(() => simulator.close());

/** Sends pieces one after the other over a connection of their own, and gives what came until it ended. */
async function answerTo(pieces: readonly string[]): Promise<string> {
  const socket = net.connect(Number(new URL(simulator.url).port), '127.0.0.1');
  socket.setNoDelay(true);
  const received: Buffer[] = [];
  socket.on('data', (chunk: Buffer) => received.push(chunk));
  await once(socket, 'connect');
  const closed = once(socket, 'close');
  for (const piece of pieces)
    await new Promise((resolve) => socket.write(piece, 'latin1', resolve));
  await closed;
  return Buffer.concat(received).toString('latin1');
}

/** A text in pieces, cut at these places. */
function cut(text: string, places: readonly number[]): string[] {
  const sorted = [...new Set(places.map((place) => place % text.length))].toSorted((a, b) => a - b);
  return [0, ...sorted]
    .map((from, at) => text.slice(from, sorted[at]))
    .filter((piece) => piece !== '');
}

const GET = 'GET / HTTP/1.1\r\nHost: here\r\n\r\n';
const CLOSE = 'GET /login HTTP/1.0\r\n\r\n';
const POST =
  'POST /run HTTP/1.1\r\nHost: here\r\nContent-Type: application/json\r\nContent-Length: 22\r\n\r\n[{"client": "nobody"}]';
const CHUNKED =
  'PUT /run HTTP/1.1\r\nHost: here\r\nContent-Type: application/json\r\nTransfer-Encoding: chunked\r\n\r\n3\r\n[1,\r\n3\r\n 2]\r\n0\r\n\r\n';

const SESSIONS = [
  GET + POST + CLOSE,
  CHUNKED + CLOSE,
  `${POST.replace('/run', '/no/such')}${GET}garbage\r\n`,
  `${GET}GET / HTTP/1.1\r\nnothing\r\n\r\n`,
  'FOO / HTTP/1.1\r\nHost: here\r\nContent-Length: 5\r\n\r\nhello' + CLOSE,
  `\r\n${GET}\r\n${CLOSE}`,
];

test('however a connection is cut into packets, it is answered with the same bytes', async () => {
  const property = fc.asyncProperty(
    fc.constantFrom(...SESSIONS),
    fc.array(fc.nat(400), { maxLength: 8 }),
    async (session, places) => {
      expect(withoutIds(await answerTo(cut(session, places)))).toBe(
        withoutIds(await answerTo([session])),
      );
    },
  );
  await fc.assert(property, replayable(60));
});

test('a body that nobody reads stops the client, and the next request still comes through', async () => {
  const size = 8 * 2 ** 20;
  const head = `POST / HTTP/1.1\r\nHost: here\r\nContent-Type: application/json\r\nContent-Length: ${size}\r\n\r\n`;
  const answer = await answerTo([head, 'x'.repeat(size), CLOSE]);
  expect(answer.match(/HTTP\/1\.1 \d+/g)).toEqual(['HTTP/1.1 401', 'HTTP/1.1 200']);
});

test('a body that breaks off is read as far as it came', async () => {
  const socket = net.connect({
    port: Number(new URL(simulator.url).port),
    host: '127.0.0.1',
    allowHalfOpen: true,
  });
  socket.end(POST.slice(0, -2));
  const [chunk] = (await once(socket, 'data')) as [Buffer];
  socket.destroy();
  expect(chunk.toString()).toContain('<p>Invalid JSON document</p>');
});

test('a client that goes away in the middle of a body takes nobody with it', async () => {
  const socket = net.connect(Number(new URL(simulator.url).port), '127.0.0.1');
  await new Promise((resolve) => socket.write(POST.slice(0, -2), resolve));
  socket.destroy();
  await once(socket, 'close');
  expect(await answerTo([CLOSE])).toContain('Please log in');
});

/** Session ids differ from one request to the next. */
function withoutIds(text: string): string {
  return text.replaceAll(/session_id=[0-9a-f]{40}/g, 'session_id=…');
}
