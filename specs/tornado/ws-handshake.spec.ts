import { expect } from '@playwright/test';
import { EVERY_LINE, requirement } from '../requirement.ts';
import { ACCEPT } from '../target/websocket.ts';
import { KINDS, pathOf } from './opened.ts';

const source = { documented: 'rest_tornado, websockets', observed: EVERY_LINE };
const observed = { observed: EVERY_LINE };
const needs = ['websockets'] as const;

for (const [kind, name] of [
  ['all_events', 'accepts'],
  ['formatted_events', 'accepts-formatted'],
] as const) {
  requirement(
    `tornado.ws-handshake.${name}`,
    {
      level: 'must',
      text: `A good handshake at /${kind}/<token> is answered 101 with Upgrade, Connection and the key as RFC 6455 hashes it.`,
      source,
      needs,
    },
    async ({ target }) => {
      const { reply } = await target.websocket(await pathOf(target, kind));
      expect([reply.status, reply.reason]).toEqual([101, 'Switching Protocols']);
      expect(reply.headerValues('Upgrade')).toEqual(['websocket']);
      expect(reply.headerValues('Connection')).toEqual(['Upgrade']);
      expect(reply.headerValues('Sec-WebSocket-Accept')).toEqual([ACCEPT]);
    },
  );
}

requirement(
  'tornado.ws-handshake.headers',
  {
    level: 'should',
    text: 'The 101 has Server and Date before what a handshake needs, and neither a type nor a length; subprotocols and extensions are not taken up.',
    source: observed,
    needs,
  },
  async ({ target }) => {
    const { reply } = await target.websocket(await pathOf(target), [
      ['Sec-WebSocket-Protocol', 'chat'],
      ['Sec-WebSocket-Extensions', 'permessage-deflate'],
      ['Origin', `http://${target.host}`],
    ]);
    const names = reply.headers.map(([name]) => name);
    expect(names).toEqual(['Server', 'Date', 'Upgrade', 'Connection', 'Sec-Websocket-Accept']);
  },
);

requirement(
  'tornado.ws-handshake.upgrade-words',
  {
    level: 'must',
    text: 'Connection may hold other words beside Upgrade, and case is no matter.',
    source: { ...observed, client: ['Firefox, which sends Connection: keep-alive, Upgrade'] },
    needs,
  },
  async ({ target }) => {
    const { reply } = await target.websocket(await pathOf(target), [
      ['Connection', 'keep-alive, UPGRADE'],
      ['Upgrade', 'WebSocket'],
    ]);
    expect(reply.status).toBe(101);
  },
);

requirement(
  'tornado.ws-handshake.any-key',
  {
    level: 'may',
    text: 'Any key that is not empty is good enough: it is hashed as it is.',
    source: observed,
    needs,
  },
  async ({ target }) => {
    const { reply } = await target.websocket(await pathOf(target), [['Sec-WebSocket-Key', 'x']]);
    expect(reply.status).toBe(101);
    expect(reply.header('Sec-WebSocket-Accept')).toBe('JVxkmtKFjDcI/Pm/AGPEKSN6wT8=');
  },
);

requirement(
  'tornado.ws-handshake.query',
  {
    level: 'should',
    text: 'A query behind the token changes nothing.',
    source: observed,
    needs,
  },
  async ({ target }) => {
    const { reply } = await target.websocket(`${await pathOf(target)}?format_events`);
    expect(reply.status).toBe(101);
  },
);

requirement(
  'tornado.ws-handshake.accept-ignored',
  {
    level: 'should',
    text: 'An Accept that elsewhere comes to 406 does not matter here.',
    source: observed,
    needs,
  },
  async ({ target }) => {
    for (const kind of KINDS) {
      const { reply } = await target.websocket(await pathOf(target, kind), [
        ['Accept', 'text/xml'],
      ]);
      expect(reply.status).toBe(101);
    }
  },
);

requirement(
  'tornado.ws-handshake.version-8',
  {
    level: 'should',
    text: 'Versions 7 and 8 of the protocol are as good as 13.',
    source: { observed: ['3006.28'] },
    until: '3006',
    needs,
  },
  async ({ target }) => {
    for (const version of ['7', '8']) {
      const headers = [['Sec-WebSocket-Version', version]] as const;
      const { reply } = await target.websocket(await pathOf(target), headers);
      expect(reply.status).toBe(101);
      expect(reply.header('Sec-WebSocket-Version')).toBeUndefined();
    }
  },
);
