import { expect } from '@playwright/test';
import { EVERY_LINE, requirement } from '../requirement.ts';
import { closePayload, OPCODE } from '../target/websocket-frame.ts';
import { expectEnded, sent } from './opened.ts';

const source = { documented: 'RFC 6455', observed: EVERY_LINE };
const observed = { observed: EVERY_LINE };
const needs = ['websockets'] as const;

const BAD_REASON = [OPCODE.close, closePayload(1000, Buffer.from([0xff]))] as const;

requirement(
  'tornado.ws-close.echo',
  {
    level: 'must',
    text: 'A close is answered with its own code, without its reason, and the connection ends.',
    source,
    needs,
  },
  async ({ target }) => {
    await expectEnded(await sent(target, [OPCODE.close, closePayload(1000)]), '880203e8');
    const reasoned = await sent(target, [OPCODE.close, closePayload(4001, 'bye – é')]);
    await expectEnded(reasoned, '88020fa1');
  },
);

requirement(
  'tornado.ws-close.without-code',
  {
    level: 'should',
    text: 'A close without a code, or with half of one, is answered by an empty close frame.',
    source: observed,
    needs,
  },
  async ({ target }) => {
    await expectEnded(await sent(target, [OPCODE.close, '']), '8800');
    await expectEnded(await sent(target, [OPCODE.close, Buffer.from([3])]), '8800');
  },
);

requirement(
  'tornado.ws-close.any-code',
  {
    level: 'may',
    text: 'A code that must not go over the wire is echoed like any other.',
    source: observed,
    needs,
  },
  async ({ target }) => {
    for (const [code, echo] of [
      [0, '88020000'],
      [1005, '880203ed'],
      [65535, '8802ffff'],
    ] as const)
      await expectEnded(await sent(target, [OPCODE.close, closePayload(code)]), echo);
  },
);

requirement(
  'tornado.ws-close.reason-utf8-old',
  {
    level: 'may',
    text: 'A close whose reason is no UTF-8 is not answered, nor is anything after it.',
    source: { observed: ['3006.28'] },
    until: '3006',
    needs,
  },
  async ({ target }) => {
    const websocket = await sent(target, BAD_REASON, [OPCODE.ping, 'still there?']);
    // Long enough for an answer to come, were there one.
    await websocket.until(({ bytes }) => bytes.length > 0, 1_000);
    expect(websocket.bytes.toString('hex')).toBe('');
    expect(websocket.hasEnded).toBe(false);
  },
);

requirement(
  'tornado.ws-close.reason-utf8',
  {
    level: 'may',
    text: 'A close whose reason is no UTF-8 ends the connection, without a close frame.',
    source: { observed: ['3007.15', '3008.3'] },
    since: '3007',
    needs,
  },
  async ({ target }) => expectEnded(await sent(target, BAD_REASON)),
);
