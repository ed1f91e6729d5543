import { expect, test } from '@playwright/test';
import net from 'node:net';
import { startSimulator } from '../../simulator/index.ts';
import { Utf8Validator } from '../../simulator/netapi/cherrypy/websocket/utf8-validator.ts';
import { clientFrame, OPCODE } from '../../specs/target/websocket-frame.ts';
import { logIn } from '../properties/session.ts';

test('without ws4py /ws is a path that is not there', async () => {
  const simulator = await startSimulator({ ws4py: false });
  try {
    const reply = await fetch(`${simulator.url}/ws`);
    expect(reply.status).toBe(404);
    expect(await reply.text()).toContain("<p>The path '/ws' was not found.</p>");
  } finally {
    await simulator.close();
  }
});

test('a listener on a websocket that stops reading is dropped', async () => {
  const simulator = await startSimulator();
  const token = await logIn(simulator.url);
  const { hostname, port } = new URL(simulator.url);
  const socket = net.connect(Number(port), hostname);
  try {
    socket.write(
      `GET /ws/${token} HTTP/1.1\r\nHost: h\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n` +
        'Sec-WebSocket-Version: 13\r\nSec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n\r\n',
    );
    await new Promise((resolve) => socket.once('data', resolve));
    socket.write(clientFrame(OPCODE.text, 'websocket client ready'));
    await new Promise((resolve) => socket.once('data', resolve));
    socket.pause();
    const payload = 'x'.repeat(128 * 1024);
    for (let number = 0; number < 240; number += 1) {
      simulator.events.fire('large', { payload });
      if (number % 10 === 0) await new Promise((resolve) => setImmediate(resolve));
    }
    const ended = new Promise<void>((resolve) => {
      socket.on('error', () => undefined).once('close', () => resolve());
    });
    socket.resume();
    await ended;
    expect(socket.bytesRead).toBeLessThan(240 * payload.length);
  } finally {
    socket.destroy();
    await simulator.close();
  }
});

test('UTF-8 that is cut anywhere is UTF-8, and what can never become it is told at once', () => {
  const text = Buffer.from('aé–𝄞\u{10ffff}\u{d7ff}\u{e000}\0');
  for (let at = 0; at <= text.length; at += 1) {
    const validator = new Utf8Validator();
    expect(validator.accepts(text.subarray(0, at))).toBe(true);
    expect(validator.accepts(text.subarray(at))).toBe(true);
    expect(validator.isComplete).toBe(true);
  }
  for (const wrong of ['80', 'c0', 'c1', 'e080', 'eda0', 'f08f', 'f490', 'f5', 'ff', '61e28261'])
    expect(new Utf8Validator().accepts(Buffer.from(wrong, 'hex')), wrong).toBe(false);
});
