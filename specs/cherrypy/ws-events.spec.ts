import { expect } from '@playwright/test';
import { EVERY_LINE, requirement } from '../requirement.ts';
import { localEvents } from '../target/call-events.ts';
import { jsonOf } from '../target/json-of.ts';
import { RECEIVED } from '../target/websocket.ts';
import { OPCODE } from '../target/websocket-frame.ts';
import { listening } from './listening.ts';

const source = { documented: 'rest_cherrypy, WebsocketEndpoint.GET', observed: EVERY_LINE };
const observed = { observed: EVERY_LINE };
const needs = ['ws', 'minion'] as const;

/** What stands around the JSON of an event. */
const EVENT = /^data: (\{"data": \{.*\}, "tag": "[^"]+"\})\n\n$/s;

requirement(
  'cherrypy.ws-events.frame',
  {
    level: 'must',
    text: 'An event is one text frame: "data: ", JSON of its data and its tag, and two newlines.',
    source: { ...source, client: ['SUSE salt-netapi-client, which takes off the prefix'] },
    needs,
  },
  async ({ target }) => {
    const websocket = await listening(target);
    const word = target.unique('word');
    await target.local(target.minion, 'test.arg', word);
    await websocket.text((text) => text.includes(word) && text.includes('/ret/'));
    const events = websocket.texts.filter((text) => text !== RECEIVED);
    expect(events.length).toBeGreaterThan(1);
    for (const text of events) {
      expect(text).toMatch(EVENT);
      const [, json = ''] = EVENT.exec(text) ?? [];
      target.shape(jsonOf(json), 'event');
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
  'cherrypy.ws-events.same-as-stream',
  {
    level: 'should',
    text: 'The events of a call are those of /events, byte for byte and in the same order.',
    source: observed,
    needs,
  },
  async ({ target }) => {
    const websocket = await listening(target);
    const { jid, events } = await localEvents(target);
    const last = events.at(-1)?.text ?? '';
    await websocket.text((text) => text.includes(last));
    const heard = websocket.texts.filter((text) => text.includes(jid));
    const known = new Set(events.map(({ text }) => text));
    expect(heard.filter((text) => known.has(EVENT.exec(text)?.[1] ?? ''))).toEqual(
      events.map(({ text }) => `data: ${text}\n\n`),
    );
  },
);

for (const [name, word, text] of [
  ['silent', undefined, 'Nothing is sent to a client that has not said "websocket client ready".'],
  [
    'near-miss',
    'websocket client ready\n',
    'With a newline behind it "websocket client ready" is answered, and brings no events.',
  ],
] as const) {
  requirement(
    `cherrypy.ws-events.${name}`,
    { level: name === 'silent' ? 'should' : 'may', text, source: observed, needs },
    async ({ target }) => {
      const quiet = await target.websocket('/ws', [await target.auth()]);
      if (word !== undefined) {
        quiet.send(word);
        expect(await quiet.text(() => true)).toBe(RECEIVED);
      }
      const before = quiet.bytes.length;
      // Somebody else hears events meanwhile, so there were some to hear.
      await listening(target);
      await localEvents(target);
      expect(quiet.bytes.length).toBe(before);
      expect(quiet.hasEnded).toBe(false);
    },
  );
}

requirement(
  'cherrypy.ws-events.no-filter',
  {
    level: 'should',
    text: 'Whoever may log in hears what others do with more rights.',
    source: observed,
    needs: [...needs, 'limited user'],
  },
  async ({ target }) => {
    const websocket = await listening(target, '/ws', [await target.limited.auth()]);
    const word = target.unique('word');
    await target.local(target.minion, 'test.arg', word);
    expect(await websocket.text((text) => text.includes(word))).toBeDefined();
  },
);

requirement(
  'cherrypy.ws-events.answers-between',
  {
    level: 'should',
    text: 'A client that hears events is answered as before, and to be ready twice changes nothing.',
    source: observed,
    needs,
  },
  async ({ target }) => {
    const websocket = await listening(target);
    websocket.send('websocket client ready');
    await websocket.until(({ texts }) => texts.filter((text) => text === RECEIVED).length === 2);
    const word = target.unique('word');
    await target.local(target.minion, 'test.arg', word);
    const isReturn = (text: string): boolean => text.includes(word) && text.includes('/ret/');
    await websocket.text(isReturn);
    const next = target.unique('word');
    await target.local(target.minion, 'test.arg', next);
    await websocket.text((text) => text.includes(next));
    expect(websocket.texts.filter(isReturn)).toHaveLength(1);
  },
);
