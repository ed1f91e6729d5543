import { expect } from '@playwright/test';
import { EVERY_LINE, requirement } from '../requirement.ts';
import { closePayload, OPCODE } from '../target/websocket-frame.ts';
import { READY } from '../target/websocket.ts';
import { formatted, toldOf } from './formatted.ts';
import { expectAnswering, expectEnded, heard, opened, ownToken } from './opened.ts';

const observed = { observed: EVERY_LINE };
const needs = ['websockets', 'minion'] as const;

for (const [name, what, tag, data] of [
  [
    'short-tag',
    'An event whose tag has nothing behind job but one word, such as salt/job/error,',
    'saltproof/job/short',
    {},
  ],
  ['missing-key', 'An event that lacks what is to be told of it', 'saltproof/key', {}],
] as const) {
  requirement(
    `tornado.ws-formatted.${name}`,
    {
      level: 'may',
      text: `${what} ends the stream: with an empty close frame, and the connection ends when the client closes, too.`,
      source: observed,
      needs: [...needs, 'runner'],
    },
    async ({ target }) => {
      const websocket = await formatted(target);
      const isClosed = (): boolean => websocket.frames.at(-1)?.opcode === OPCODE.close;
      for (let tries = 0; tries < 5 && !isClosed(); tries += 1) {
        await target.authed.runner('event.send', { kwarg: { tag, data } });
        await websocket.until(isClosed, 2_000);
      }
      expect(websocket.frames.at(-1)).toMatchObject({ opcode: OPCODE.close, isFinal: true });
      expect(websocket.frames.at(-1)?.payload).toHaveLength(0);
      websocket.sendFrame(OPCODE.close, closePayload(1000));
      expect(await websocket.ended()).toBe(true);
      expect(websocket.frames.at(-1)?.payload).toHaveLength(0);
    },
  );
}

requirement(
  'tornado.ws-formatted.no-rights-old',
  {
    level: 'should',
    text: 'To a user who may not ask all minions for their grains nothing is ever told, but pings are answered.',
    source: { observed: ['3006.28'] },
    until: '3006',
    needs: [...needs, 'limited user'],
  },
  async ({ target }) => {
    const [, token] = await target.limited.auth();
    const websocket = await opened(target, `/formatted_events/${token}`);
    websocket.send(READY);
    await expectAnswering(websocket);
  },
);

requirement(
  'tornado.ws-formatted.no-rights',
  {
    level: 'should',
    text: 'A user who may not ask all minions for their grains loses the connection, without a close frame.',
    source: { observed: ['3007.15', '3008.3'] },
    since: '3007',
    needs: [...needs, 'limited user'],
  },
  async ({ target }) => {
    const [, token] = await target.limited.auth();
    const websocket = await opened(target, `/formatted_events/${token}`);
    websocket.send(READY);
    await expectEnded(websocket);
  },
);

requirement(
  'tornado.ws-formatted.outlives-token',
  {
    level: 'should',
    text: 'The token is looked at once: jobs are told after it has expired.',
    source: observed,
    needs: [...needs, 'own login', 'tellable clock'],
  },
  async ({ target }) => {
    const { token, life } = await ownToken(target);
    const websocket = await opened(target, `/formatted_events/${token}`);
    websocket.send(READY);
    await heard(target, websocket, () => true);
    await target.passes(life + 1);
    const { told } = await toldOf(target, websocket, 'test.ping');
    expect(told.at(-1)?.state).toBe('complete');
  },
);
