import { expect } from '@playwright/test';
import { agreed } from '../manual.ts';
import { requirement } from '../requirement.ts';
import { jsonOf } from '../target/json-of.ts';
import { keysOf } from '../target/return-of.ts';
import { ACCEPT, RECEIVED } from '../target/websocket.ts';
import { listening } from './listening.ts';

const WS = 'GET /ws/(token)';

requirement(
  'cherrypy.manual-ws.handshake',
  {
    ...agreed('rest_cherrypy', WS),
    level: 'must',
    text: 'A handshake at /ws with a token in the path is answered 101, with Upgrade, Connection, version 13 and the accepted key.',
    needs: ['ws', 'own login'],
  },
  async ({ target }) => {
    const { reply } = await target.websocket(`/ws/${await target.freshSession()}`);
    expect(reply.status).toBe(101);
    expect(reply.header('Upgrade')).toBe('websocket');
    expect(reply.header('Connection')).toBe('Upgrade');
    expect(reply.header('Sec-WebSocket-Accept')).toBe(ACCEPT);
    expect(reply.header('Sec-WebSocket-Version')).toBe('13');
  },
);

requirement(
  'cherrypy.manual-ws.events',
  {
    ...agreed('rest_cherrypy', WS),
    level: 'must',
    text: 'Who has said "websocket client ready" is sent events, each as "data: ", JSON and an empty line.',
    needs: ['ws', 'minion'],
  },
  async ({ target }) => {
    const websocket = await listening(target);
    const events = websocket.texts.filter((text) => text !== RECEIVED);
    expect(events.length).toBeGreaterThan(0);
    for (const text of events) {
      const [, json = ''] = /^data: (\{.*\})\n\n$/s.exec(text) ?? [];
      expect(keysOf(jsonOf(json).json()).toSorted()).toEqual(['data', 'tag']);
    }
  },
);

requirement(
  'cherrypy.manual-ws.refused',
  {
    ...agreed('rest_cherrypy', WS),
    level: 'must',
    text: 'A handshake at /ws without a token is answered with 401.',
    needs: ['ws'],
  },
  async ({ target }) => expect((await target.websocket('/ws')).reply.status).toBe(401),
);
