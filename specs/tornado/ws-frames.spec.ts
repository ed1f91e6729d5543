import { expect } from '@playwright/test';
import { EVERY_LINE, requirement } from '../requirement.ts';
import type { Target } from '../target/target.ts';
import { READY } from '../target/websocket.ts';
import { clientFrame, closePayload, framesIn, OPCODE } from '../target/websocket-frame.ts';
import { expectAnswering, expectEnded, pathOf, sent, type SentFrame } from './opened.ts';

const source = { documented: 'RFC 6455', observed: EVERY_LINE };
const observed = { observed: EVERY_LINE };
const needs = ['websockets'] as const;

const UNFINISHED = { isFinal: false };

/** A good handshake, as bytes. */
async function handshakeOf(target: Target): Promise<Buffer> {
  const lines = [
    `GET ${await pathOf(target)} HTTP/1.1`,
    `Host: ${target.host}`,
    'Upgrade: websocket',
    'Connection: Upgrade',
    'Sec-WebSocket-Version: 13',
    'Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==',
  ];
  return Buffer.from(`${lines.join('\r\n')}\r\n\r\n`);
}

requirement(
  'tornado.ws-frames.ping',
  {
    level: 'must',
    text: 'A ping is answered with a pong of the same payload, as long as no events are sent.',
    source,
    needs,
  },
  async ({ target }) => {
    for (const payload of ['', 'marco', 'x'.repeat(125)]) {
      const websocket = await sent(target, [OPCODE.ping, payload]);
      await websocket.until(({ frames }) => frames.length > 0);
      expect(websocket.frames).toEqual([
        { isFinal: true, isMasked: false, opcode: OPCODE.pong, payload: Buffer.from(payload) },
      ]);
    }
  },
);

requirement(
  'tornado.ws-frames.silence',
  {
    level: 'should',
    text: 'Messages are not answered, whatever they say, and bring no events; nor is a pong.',
    source: observed,
    needs,
  },
  async ({ target }) => {
    const websocket = await sent(
      target,
      [OPCODE.text, 'hello'],
      [OPCODE.text, `${READY}\n`],
      [OPCODE.text, READY.toUpperCase()],
      [OPCODE.text, ''],
      [OPCODE.pong, 'nobody asked'],
    );
    await expectAnswering(websocket);
  },
);

requirement(
  'tornado.ws-frames.binary',
  {
    level: 'should',
    text: 'Bytes are no text: to say in a binary frame that one is ready brings nothing, and bytes that are no UTF-8 do no harm there.',
    source: observed,
    needs,
  },
  async ({ target }) => {
    const websocket = await sent(
      target,
      [OPCODE.binary, READY],
      [OPCODE.binary, Buffer.from([255])],
    );
    await expectAnswering(websocket);
  },
);

requirement(
  'tornado.ws-frames.unmasked',
  {
    level: 'may',
    text: 'Frames without a mask are as good as those with one, against RFC 6455.',
    source: observed,
    needs,
  },
  async ({ target }) => {
    const websocket = await sent(target, [OPCODE.ping, 'bare', { isMasked: false }]);
    await websocket.until(({ frames }) => frames.length > 0);
    expect(websocket.frames[0]?.payload.toString()).toBe('bare');
  },
);

requirement(
  'tornado.ws-frames.fragments',
  {
    level: 'must',
    text: 'A message may come in fragments, cut within a character, with a ping between them that is answered at once.',
    source,
    needs,
  },
  async ({ target }) => {
    const accent = Buffer.from('é');
    const websocket = await sent(
      target,
      [OPCODE.text, accent.subarray(0, 1), UNFINISHED],
      [OPCODE.ping, 'between'],
      [OPCODE.continuation, accent.subarray(1)],
    );
    await websocket.until(({ frames }) => frames.length > 0);
    websocket.sendFrame(OPCODE.ping, 'after');
    await websocket.until(({ frames }) => frames.length > 1);
    expect(websocket.frames.map(({ payload }) => payload.toString())).toEqual(['between', 'after']);
  },
);

requirement(
  'tornado.ws-frames.with-handshake',
  {
    level: 'should',
    text: 'A frame that comes in one piece with the handshake is read.',
    source: observed,
    needs,
  },
  async ({ target }) => {
    const handshake = await handshakeOf(target);
    const { bytes } = await target.sendBytes(
      Buffer.concat([handshake, clientFrame(OPCODE.ping, 'early')]),
    );
    expect(bytes.subarray(bytes.indexOf('\r\n\r\n') + 4).toString('hex')).toBe(
      `8a05${Buffer.from('early').toString('hex')}`,
    );
  },
);

for (const [name, what, frames] of [
  ['utf8', 'A text that is no UTF-8', [[OPCODE.text, Buffer.from([0xff])]]],
  [
    'reserved',
    'A reserved bit, which no extension gives a meaning,',
    [[OPCODE.text, 'x', { reserved: 4 }]],
  ],
  ['opcode', 'An opcode that there is not', [[3, 'x']]],
  ['control-opcode', 'A control frame that there is not', [[11, 'x']]],
  ['long-control', 'A ping of more than 125 bytes', [[OPCODE.ping, 'x'.repeat(126)]]],
  ['fragmented-control', 'A ping in fragments', [[OPCODE.ping, 'x', UNFINISHED]]],
  ['continuation', 'The end of a message that has not begun', [[OPCODE.continuation, 'x']]],
  [
    'begun-twice',
    'A message within another',
    [
      [OPCODE.text, 'x', UNFINISHED],
      [OPCODE.text, 'y'],
    ],
  ],
] as const satisfies readonly (readonly [string, string, readonly SentFrame[]])[]) {
  requirement(
    `tornado.ws-frames.${name}`,
    {
      level: 'should',
      text: `${what} ends the connection, without a close frame.`,
      source: observed,
      needs,
    },
    async ({ target }) => expectEnded(await sent(target, ...frames)),
  );
}

requirement(
  'tornado.ws-frames.too-big',
  {
    level: 'should',
    text: 'A message of more than 10 MiB is refused by its length alone, with a close frame of code 1009.',
    source: observed,
    needs,
  },
  async ({ target }) => {
    const head = Buffer.alloc(14);
    head.writeUInt16BE(0x81ff);
    head.writeBigUInt64BE(BigInt(10 * 1024 * 1024 + 1), 2);
    const { bytes } = await target.sendBytes(Buffer.concat([await handshakeOf(target), head]));
    const frames = framesIn(bytes.subarray(bytes.indexOf('\r\n\r\n') + 4));
    expect(frames.map(({ opcode, payload }) => [opcode, payload.toString('latin1')])).toEqual([
      [OPCODE.close, closePayload(1009, 'message too big').toString('latin1')],
    ]);
  },
);
