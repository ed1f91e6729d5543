import { expect } from '@playwright/test';
import { EVERY_LINE, requirement } from '../requirement.ts';
import { ACCEPT } from '../target/websocket.ts';
import { CRASHED, expectErrorPage } from './error-page.ts';
import { expectHeaders } from './header-order.ts';

const source = { documented: 'rest_cherrypy, WebsocketEndpoint.GET', observed: EVERY_LINE };
const observed = { observed: EVERY_LINE };
const needs = ['ws'] as const;

requirement(
  'cherrypy.ws-handshake.accepts',
  {
    level: 'must',
    text: 'A good handshake with a session is answered 101 with Upgrade, Connection and the key as RFC 6455 hashes it.',
    source,
    needs,
  },
  async ({ target }) => {
    const { reply } = await target.websocket('/ws', [await target.auth()]);
    expect([reply.status, reply.reason]).toEqual([101, 'Switching Protocols']);
    expect(reply.headerValues('Upgrade')).toEqual(['websocket']);
    expect(reply.headerValues('Connection')).toEqual(['Upgrade']);
    expect(reply.headerValues('Sec-WebSocket-Accept')).toEqual([ACCEPT]);
  },
);

requirement(
  'cherrypy.ws-handshake.headers',
  {
    level: 'should',
    text: 'The headers of the 101 come in the order of CherryPy, those of CORS and a session cookie among them.',
    source: observed,
    needs,
  },
  async ({ target }) => {
    const origin = 'http://saltproof.example';
    const { reply } = await target.websocket('/ws', [await target.auth(), ['Origin', origin]]);
    expectHeaders(reply, [
      'Upgrade',
      'Connection',
      'Sec-Websocket-Version',
      'Sec-Websocket-Accept',
      'Vary',
      'Set-Cookie',
    ]);
    expect(reply.header('Content-Type')).toBe('text/plain;charset=utf-8');
    expect(reply.header('Allow')).toBe('GET, HEAD');
    expect(reply.header('Access-Control-Allow-Origin')).toBe(origin);
  },
);

requirement(
  'cherrypy.ws-handshake.version-8',
  {
    level: 'should',
    text: 'Version 8 of the protocol is as good as 13, and is named in the answer.',
    source: observed,
    needs,
  },
  async ({ target }) => {
    for (const version of ['8', '13']) {
      const headers = [await target.auth(), ['Sec-WebSocket-Version', version]] as const;
      const { reply } = await target.websocket('/ws', headers);
      expect(reply.status).toBe(101);
      expect(reply.headerValues('Sec-WebSocket-Version')).toEqual([version]);
    }
  },
);

requirement(
  'cherrypy.ws-handshake.version-refused',
  {
    level: 'should',
    text: 'Another version, or none, is answered 500, with the versions there are in Sec-Websocket-Version.',
    source: observed,
    needs,
  },
  async ({ target }) => {
    for (const version of ['7', 'x', undefined]) {
      const headers = [await target.auth(), ['Sec-WebSocket-Version', version]] as const;
      const { reply } = await target.websocket('/ws', headers);
      expectErrorPage(reply, 500, CRASHED);
      expect(reply.headerValues('Sec-WebSocket-Version')).toEqual(['8, 13']);
      expect(reply.headerValues('Upgrade')).toEqual([]);
    }
  },
);

requirement(
  'cherrypy.ws-handshake.plain-get',
  {
    level: 'should',
    text: 'A GET that asks for no upgrade is answered 500 with the HTML page, session or not.',
    source: observed,
    needs,
  },
  async ({ target }) => {
    expectErrorPage(await target.get('/ws'), 500, CRASHED);
    expectErrorPage(await target.get('/ws', [await target.auth()]), 500, CRASHED);
  },
);

requirement(
  'cherrypy.ws-handshake.upgrade-headers',
  {
    level: 'should',
    text: 'Upgrade and Connection must both be there and contain their words; without, the answer is 500.',
    source: observed,
    needs,
  },
  async ({ target }) => {
    for (const [name, value] of [
      ['Upgrade', undefined],
      ['Upgrade', 'h2c'],
      ['Connection', undefined],
      ['Connection', 'keep-alive'],
    ] as const) {
      const { reply } = await target.websocket('/ws', [await target.auth(), [name, value]]);
      expectErrorPage(reply, 500, CRASHED);
    }
  },
);

requirement(
  'cherrypy.ws-handshake.upgrade-words',
  {
    level: 'must',
    text: 'Among other words, and in any case, Upgrade and Connection are understood.',
    source: { ...observed, client: ['Firefox, which sends Connection: keep-alive, Upgrade'] },
    needs,
  },
  async ({ target }) => {
    const { reply } = await target.websocket('/ws', [
      await target.auth(),
      ['Connection', 'keep-alive, UPGRADE'],
      ['Upgrade', 'WebSocket'],
    ]);
    expect(reply.status).toBe(101);
  },
);

requirement(
  'cherrypy.ws-handshake.key-refused',
  {
    level: 'should',
    text: 'A missing key, and one that is not 16 bytes in base64, is answered 500.',
    source: observed,
    needs,
  },
  async ({ target }) => {
    for (const key of [undefined, 'YWJj', 'dGhlIHNhbXBsZSBub25jZQ']) {
      const headers = [await target.auth(), ['Sec-WebSocket-Key', key]] as const;
      const { reply } = await target.websocket('/ws', headers);
      expectErrorPage(reply, 500, CRASHED);
      expect(reply.headerValues('Sec-WebSocket-Accept')).toEqual([]);
    }
  },
);

requirement(
  'cherrypy.ws-handshake.empty-key',
  {
    level: 'may',
    text: 'An empty key is good enough: it is hashed like any other.',
    source: observed,
    needs,
  },
  async ({ target }) => {
    const headers = [await target.auth(), ['Sec-WebSocket-Key', '']] as const;
    const { reply } = await target.websocket('/ws', headers);
    expect(reply.status).toBe(101);
    expect(reply.header('Sec-WebSocket-Accept')).toBe('Kfh9QIsMVZcl6xEPYxPHzW8SZ8w=');
  },
);

requirement(
  'cherrypy.ws-handshake.methods',
  {
    level: 'should',
    text: 'Other methods than GET are answered 500, where elsewhere they come to 405.',
    source: observed,
    needs,
  },
  async ({ target }) => {
    for (const method of ['POST', 'PUT', 'DELETE', 'HEAD']) {
      const reply = await target.send({ method, path: '/ws', headers: [await target.auth()] });
      expect(reply.status, method).toBe(500);
      expect(reply.header('Allow')).toBe('GET, HEAD');
    }
  },
);

requirement(
  'cherrypy.ws-handshake.path',
  {
    level: 'should',
    text: 'A path of two segments below /ws, or a token in path and query both, is answered 404; the headers of the handshake stay.',
    source: observed,
    needs,
  },
  async ({ target }) => {
    for (const path of ['/ws/a/b', '/ws/a?token=b']) {
      const { reply } = await target.websocket(path, [await target.auth()]);
      expectErrorPage(reply, 404, 'Nothing matches the given URI');
      expect(reply.headerValues('Sec-WebSocket-Accept')).toEqual([ACCEPT]);
    }
  },
);
