import { expect } from '@playwright/test';
import { EVERY_LINE, requirement } from '../requirement.ts';
import { jsonOf } from '../target/json-of.ts';
import type { Target } from '../target/target.ts';
import { READY } from '../target/websocket.ts';
import { closePayload, OPCODE } from '../target/websocket-frame.ts';
import { heard, listening, opened, ownToken, pathOf } from './opened.ts';

const source = { documented: 'rest_tornado, All Events', observed: EVERY_LINE };
const observed = { observed: EVERY_LINE };
const needs = ['websockets', 'minion'] as const;

/** An event: its data and its tag, and nothing around them. */
const EVENT = /^\{"data": \{.*\}, "tag": "[^"]+"\}$/s;

/** Makes a call with a word of its own, again and again until its return is heard, and gives that. */
function returnOf(
  target: Target,
  websocket: Parameters<typeof heard>[1],
  word: string,
): Promise<string> {
  const isReturn = (text: string): boolean => text.includes(word) && text.includes('/ret/');
  return heard(target, websocket, isReturn, () => target.local(target.minion, 'test.arg', word));
}

requirement(
  'tornado.ws-all.frame',
  {
    level: 'must',
    text: 'An event is one text frame with nothing but JSON of its data and its tag.',
    source,
    needs,
  },
  async ({ target }) => {
    const websocket = await listening(target);
    await returnOf(target, websocket, target.unique('word'));
    for (const text of websocket.texts) {
      expect(text).toMatch(EVENT);
      target.shape(jsonOf(text), 'event');
    }
    for (const { opcode, isFinal, isMasked } of websocket.frames)
      expect({ opcode, isFinal, isMasked }).toEqual({
        opcode: OPCODE.text,
        isFinal: true,
        isMasked: false,
      });
  },
);

requirement(
  'tornado.ws-all.return',
  {
    level: 'must',
    text: 'What a minion returns comes under salt/job/<jid>/ret/<minion>, as it does on /events.',
    source,
    needs,
  },
  async ({ target }) => {
    const websocket = await listening(target);
    const word = target.unique('word');
    const text = await returnOf(target, websocket, word);
    const { tag, data } = target.shape(jsonOf(text), 'event');
    expect(tag).toBe(`salt/job/${String(data['jid'])}/ret/${target.minion}`);
    expect(data).toMatchObject({ fun: 'test.arg', id: target.minion, retcode: 0, success: true });
  },
);

requirement(
  'tornado.ws-all.silent',
  {
    level: 'should',
    text: 'Nothing is sent to a client that has not said "websocket client ready", whatever else it said.',
    source: observed,
    needs,
  },
  async ({ target }) => {
    const quiet = await opened(target);
    quiet.send(`${READY}\n`);
    quiet.send('ready');
    // Somebody else hears events meanwhile, so there were some to hear.
    await listening(target);
    expect(quiet.bytes.toString('hex')).toBe('');
    expect(quiet.hasEnded).toBe(false);
  },
);

requirement(
  'tornado.ws-all.ready-in-fragments',
  {
    level: 'should',
    text: 'A client may say in fragments that it is ready.',
    source: observed,
    needs,
  },
  async ({ target }) => {
    const websocket = await opened(target);
    websocket.sendFrame(OPCODE.text, READY.slice(0, 9), { isFinal: false });
    websocket.sendFrame(OPCODE.continuation, READY.slice(9));
    expect(await heard(target, websocket, () => true)).toMatch(EVENT);
  },
);

requirement(
  'tornado.ws-all.reads-no-more',
  {
    level: 'should',
    text: 'Once events are sent, no frame is read any more: no ping is answered, no close frame, and a broken frame does no harm.',
    source: observed,
    needs,
  },
  async ({ target }) => {
    const websocket = await listening(target);
    websocket.sendFrame(OPCODE.ping, 'anybody there?');
    websocket.send(READY);
    websocket.sendFrame(OPCODE.close, closePayload(1000));
    websocket.sendFrame(3, 'broken', { reserved: 7 });
    await returnOf(target, websocket, target.unique('word'));
    expect(websocket.hasEnded).toBe(false);
    for (const { opcode } of websocket.frames) expect(opcode).toBe(OPCODE.text);
  },
);

requirement(
  'tornado.ws-all.once',
  {
    level: 'should',
    text: 'To be ready twice brings no event twice.',
    source: observed,
    needs,
  },
  async ({ target }) => {
    const websocket = await listening(target);
    websocket.send(READY);
    const text = await returnOf(target, websocket, target.unique('word'));
    await returnOf(target, websocket, target.unique('word'));
    expect(websocket.texts.filter((other) => other === text)).toHaveLength(1);
  },
);

requirement(
  'tornado.ws-all.no-filter',
  {
    level: 'should',
    text: 'Whoever may log in hears what others do with more rights.',
    source: observed,
    needs: [...needs, 'limited user'],
  },
  async ({ target }) => {
    const [, token] = await target.limited.auth();
    const websocket = await listening(target, `/all_events/${token}`);
    expect(await returnOf(target, websocket, target.unique('word'))).toMatch(EVENT);
  },
);

requirement(
  'tornado.ws-all.several',
  {
    level: 'should',
    text: 'Two listeners hear the same return, byte for byte.',
    source: observed,
    needs,
  },
  async ({ target }) => {
    const [first, second] = [await listening(target), await listening(target)];
    const word = target.unique('word');
    // A real server may keep an event from all listeners but one, so calls are made until both have heard of one.
    const returns = (): string[] =>
      first.texts.filter((text) => text.includes(word) && text.includes('/ret/'));
    const both = (): boolean => returns().some((text) => second.texts.includes(text));
    await heard(target, second, both, () => target.local(target.minion, 'test.arg', word));
    expect(both()).toBe(true);
  },
);

requirement(
  'tornado.ws-all.runner',
  {
    level: 'should',
    text: 'What a runner returns is heard of, too, under salt/run/<jid>/ret.',
    source: observed,
    needs: ['websockets', 'runner'],
  },
  async ({ target }) => {
    const websocket = await opened(target);
    websocket.send(READY);
    const word = target.unique('word');
    const text = await heard(
      target,
      websocket,
      (seen) => /"tag": "salt\/run\/\d+\/ret"/.test(seen) && seen.includes(word),
      () => target.authed.runner('test.arg', { arg: [word] }),
    );
    expect(text).toMatch(EVENT);
  },
);

requirement(
  'tornado.ws-all.same-as-stream',
  {
    level: 'should',
    text: 'The return of a call is the same on the websocket as on /events, byte for byte.',
    source: observed,
    needs,
  },
  async ({ target }) => {
    const websocket = await listening(target);
    const stream = await target.listen([await target.auth()]);
    const word = target.unique('word');
    // A real server may keep an event from all listeners but one, so calls are made until both have heard of one.
    const streamed = (text: string): boolean =>
      stream.events().some((event) => event.text === text);
    const isShared = (text: string): boolean =>
      text.includes(word) && text.includes('/ret/') && streamed(text);
    await heard(target, websocket, isShared, () => target.local(target.minion, 'test.arg', word));
    expect(websocket.texts.filter(isShared).length).toBeGreaterThan(0);
  },
);

requirement(
  'tornado.ws-all.outlives-token',
  {
    level: 'should',
    text: 'The token is looked at once: events go on after it has expired, where a new websocket is refused.',
    source: observed,
    needs: [...needs, 'own login', 'tellable clock', 'runner'],
  },
  async ({ target }) => {
    const { token, life } = await ownToken(target);
    const websocket = await listening(target, `/all_events/${token}`);
    await target.passes(life + 1);
    expect((await target.websocket(`/all_events/${token}`)).reply.status).toBe(401);
    expect(await returnOf(target, websocket, target.unique('word'))).toMatch(EVENT);
    expect(websocket.hasEnded).toBe(false);
  },
);

requirement(
  'tornado.ws-all.path-only',
  {
    level: 'should',
    text: 'What is asked for in the query changes nothing: format_events formats no event.',
    source: observed,
    needs,
  },
  async ({ target }) => {
    const websocket = await listening(target, `${await pathOf(target)}?format_events`);
    for (const text of websocket.texts) expect(text).toMatch(EVENT);
  },
);
