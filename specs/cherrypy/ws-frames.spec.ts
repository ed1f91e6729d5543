import { expect } from '@playwright/test';
import { EVERY_LINE, requirement } from '../requirement.ts';
import type { Target } from '../target/target.ts';
import { RECEIVED, READY } from '../target/websocket.ts';
import { clientFrame, closePayload, OPCODE } from '../target/websocket-frame.ts';
import { expectClosed, sent, type SentFrame } from './sent-frames.ts';

const source = { documented: 'RFC 6455', observed: EVERY_LINE };
const observed = { observed: EVERY_LINE };
const needs = ['ws'] as const;

/** Expects frames to be answered so many times, by the one answer there is. */
async function expectAnswers(target: Target, count: number, ...frames: SentFrame[]): Promise<void> {
  const websocket = await sent(target, ...frames);
  expect(await websocket.until(({ frames: seen }) => seen.length >= count)).toBe(true);
  const answer = { isFinal: true, isMasked: false, opcode: OPCODE.text };
  expect(websocket.frames).toMatchObject(Array.from({ length: count }, () => answer));
  expect(websocket.texts).toEqual(Array.from({ length: count }, () => RECEIVED));
}

requirement(
  'cherrypy.ws-frames.answer',
  {
    level: 'must',
    text: '"websocket client ready" is answered with the text "server received message", unmasked and in one frame.',
    source: { ...observed, client: ['SUSE salt-netapi-client, which skips this frame'] },
    needs,
  },
  async ({ target }) => expectAnswers(target, 1, [OPCODE.text, READY]),
);

requirement(
  'cherrypy.ws-frames.any-message',
  {
    level: 'should',
    text: 'Every message is answered alike, text or binary, empty or long.',
    source: observed,
    needs,
  },
  async ({ target }) =>
    expectAnswers(
      target,
      5,
      [OPCODE.text, 'hello'],
      [OPCODE.text, ''],
      [OPCODE.binary, 'bytes'],
      [OPCODE.text, 'x'.repeat(126)],
      [OPCODE.text, 'x'.repeat(70_000)],
    ),
);

requirement(
  'cherrypy.ws-frames.fragments',
  {
    level: 'must',
    text: 'A message in fragments is answered once, even if a character is cut in two.',
    source,
    needs,
  },
  async ({ target }) => {
    const [first, second] = [Buffer.from([0xe2, 0x82]), Buffer.from([0xac])];
    await expectAnswers(
      target,
      2,
      [OPCODE.text, first, { isFinal: false }],
      [OPCODE.continuation, second],
      [OPCODE.text, 'websocket ', { isFinal: false }],
      [OPCODE.continuation, 'client ', { isFinal: false }],
      [OPCODE.continuation, 'ready'],
    );
  },
);

requirement(
  'cherrypy.ws-frames.ping',
  {
    level: 'must',
    text: 'A ping is answered with a pong of the same payload, between the fragments of a message too; a pong is not answered.',
    source,
    needs,
  },
  async ({ target }) => {
    const websocket = await sent(
      target,
      [OPCODE.pong, 'unasked'],
      [OPCODE.text, 'hel', { isFinal: false }],
      [OPCODE.ping, 'are you there'],
      [OPCODE.continuation, 'lo'],
      [OPCODE.ping, ''],
    );
    await websocket.until(({ frames }) => frames.length >= 3);
    const seen = websocket.frames.map(({ opcode, payload }) => [opcode, payload.toString()]);
    expect(seen).toEqual([
      [OPCODE.pong, 'are you there'],
      [OPCODE.text, RECEIVED],
      [OPCODE.pong, ''],
    ]);
  },
);

requirement(
  'cherrypy.ws-frames.unmasked',
  {
    level: 'should',
    text: 'A frame without a mask ends the connection with 1002, unless it is empty.',
    source,
    needs,
  },
  async ({ target }) => {
    const refusal = [1002, 'Missing masking when expected'] as const;
    await expectClosed(target, refusal, [OPCODE.text, 'hello', { isMasked: false }]);
    await expectClosed(target, refusal, [OPCODE.ping, 'hello', { isMasked: false }]);
    await expectAnswers(target, 1, [OPCODE.text, '', { isMasked: false }]);
  },
);

requirement(
  'cherrypy.ws-frames.utf8',
  {
    level: 'should',
    text: 'A text that is no UTF-8, or that ends within a character, ends the connection with 1007.',
    source,
    needs,
  },
  async ({ target }) => {
    const refusal = [1007, 'Invalid UTF-8 bytes'] as const;
    await expectClosed(target, refusal, [OPCODE.text, Buffer.from([0xff, 0xfe])]);
    await expectClosed(target, refusal, [OPCODE.text, Buffer.from([0xe2, 0x82])]);
    const reason = closePayload(1000, Buffer.from([0xff]));
    await expectClosed(target, refusal, [OPCODE.close, reason]);
  },
);

requirement(
  'cherrypy.ws-frames.binary-utf8',
  {
    level: 'may',
    text: 'A binary message that is no UTF-8 ends the connection without a word.',
    source: observed,
    needs,
  },
  async ({ target }) => {
    const websocket = await sent(target, [OPCODE.binary, Buffer.from([0xff, 0xfe])]);
    expect(await websocket.ended()).toBe(true);
    expect(websocket.bytes).toHaveLength(0);
  },
);

requirement(
  'cherrypy.ws-frames.fragment-order',
  {
    level: 'should',
    text: 'A message within another, and a continuation of none, end the connection with 1002.',
    source,
    needs,
  },
  async ({ target }) => {
    await expectClosed(
      target,
      [1002, 'Received a new message before completing previous'],
      [OPCODE.text, 'ab', { isFinal: false }],
      [OPCODE.text, 'cd'],
    );
    const alone = [1002, 'Message not started yet'] as const;
    await expectClosed(target, alone, [OPCODE.continuation, 'ab']);
  },
);

requirement(
  'cherrypy.ws-frames.protocol',
  {
    level: 'should',
    text: 'Reserved bits, reserved opcodes and control frames in fragments end the connection with 1002 and no reason; long control frames with one.',
    source,
    needs,
  },
  async ({ target }) => {
    await expectClosed(target, [1002, ''], [OPCODE.text, 'hi', { reserved: 4 }]);
    await expectClosed(target, [1002, ''], [3, 'hi']);
    await expectClosed(target, [1002, ''], [OPCODE.ping, 'hi', { isFinal: false }]);
    await expectClosed(target, [1002, 'Frame was too large'], [OPCODE.ping, 'x'.repeat(126)]);
  },
);

requirement(
  'cherrypy.ws-frames.too-early',
  {
    level: 'may',
    text: 'A frame that is sent along with the handshake, before its answer, is lost.',
    source: observed,
    needs,
  },
  async ({ target }) => {
    const [name, token] = await target.auth();
    const head = [
      'GET /ws HTTP/1.1',
      'Host: saltproof',
      'Upgrade: websocket',
      'Connection: Upgrade',
      'Sec-WebSocket-Version: 13',
      'Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==',
      `${name}: ${token}`,
    ];
    const bytes = Buffer.from(`${head.join('\r\n')}\r\n\r\n`);
    const hello = clientFrame(OPCODE.text, 'hello');
    const { reply } = await target.sendBytes(Buffer.concat([bytes, hello]));
    expect(reply?.status).toBe(101);
    expect(reply?.bytes).toHaveLength(0);
  },
);
