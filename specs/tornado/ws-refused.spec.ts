import { expect } from '@playwright/test';
import { EVERY_LINE, requirement } from '../requirement.ts';
import { expectErrorPage } from './error-page.ts';
import { expectText } from './expect-text.ts';
import { KINDS, pathOf } from './opened.ts';
import { cookieHeader, tokenHeader, UNKNOWN_TOKEN } from './sign-in.ts';

const source = { documented: 'rest_tornado, websockets', observed: EVERY_LINE };
const observed = { observed: EVERY_LINE };
const needs = ['websockets'] as const;

requirement(
  'tornado.ws-refused.unknown-token',
  {
    level: 'must',
    text: 'A handshake with a token that the master does not know is answered 401 with the HTML page.',
    source,
    needs,
  },
  async ({ target }) => {
    for (const kind of KINDS)
      expectErrorPage((await target.websocket(`/${kind}/${UNKNOWN_TOKEN}`)).reply, 401);
  },
);

requirement(
  'tornado.ws-refused.token-in-path',
  {
    level: 'should',
    text: 'The token of the path alone counts: a good one in X-Auth-Token or in the cookie opens nothing.',
    source: observed,
    needs,
  },
  async ({ target }) => {
    const [, token] = await target.auth();
    for (const header of [tokenHeader(token), cookieHeader(token)])
      expectErrorPage(
        (await target.websocket(`/all_events/${UNKNOWN_TOKEN}`, [header])).reply,
        401,
      );
  },
);

requirement(
  'tornado.ws-refused.token-first',
  {
    level: 'should',
    text: 'The token is looked at before the handshake is: a plain GET with an unknown one is answered 401.',
    source: observed,
    needs,
  },
  async ({ target }) => {
    for (const kind of KINDS) expectErrorPage(await target.get(`/${kind}/${UNKNOWN_TOKEN}`), 401);
  },
);

requirement(
  'tornado.ws-refused.no-token',
  {
    level: 'should',
    text: 'What is no hexadecimal number of the right length is no token, but a path that there is not: 404.',
    source: observed,
    needs,
  },
  async ({ target }) => {
    const path = await pathOf(target);
    const notHex = path.replace(/.$/, 'g');
    for (const wrong of [
      '/all_events',
      '/all_events/',
      path.slice(0, -1),
      `${path}0`,
      notHex,
      `${path}/`,
    ])
      expectErrorPage((await target.websocket(wrong)).reply, 404);
  },
);

requirement(
  'tornado.ws-refused.token-case',
  {
    level: 'may',
    text: 'A token in capitals is a path that there is, and a token that nobody has.',
    source: observed,
    needs,
  },
  async ({ target }) => {
    expectErrorPage(
      (await target.websocket(`/all_events/${UNKNOWN_TOKEN.toUpperCase()}`)).reply,
      401,
    );
  },
);

requirement(
  'tornado.ws-refused.plain-get',
  {
    level: 'should',
    text: 'With a good token a GET that asks for no websocket is answered 400, in a text labelled HTML.',
    source: observed,
    needs,
  },
  async ({ target }) => {
    const path = await pathOf(target);
    const text = 'Can "Upgrade" only to "WebSocket".';
    expectText(await target.get(path), 400, text);
    for (const upgrade of ['h2c', 'websocket, h2c'])
      expectText((await target.websocket(path, [['Upgrade', upgrade]])).reply, 400, text);
  },
);

requirement(
  'tornado.ws-refused.connection',
  {
    level: 'should',
    text: 'A Connection without the word Upgrade is answered 400.',
    source: observed,
    needs,
  },
  async ({ target }) => {
    for (const connection of [undefined, 'keep-alive', 'upgrades']) {
      const headers = [['Connection', connection]] as const;
      const { reply } = await target.websocket(await pathOf(target), headers);
      expectText(reply, 400, '"Connection" must be "Upgrade".');
    }
  },
);

requirement(
  'tornado.ws-refused.key',
  {
    level: 'should',
    text: 'A handshake without a key, or with an empty one, is answered 400.',
    source: observed,
    needs,
  },
  async ({ target }) => {
    for (const key of [undefined, '']) {
      const headers = [['Sec-WebSocket-Key', key]] as const;
      const { reply } = await target.websocket(await pathOf(target), headers);
      expectText(reply, 400, 'Missing/Invalid WebSocket headers');
    }
  },
);

for (const [name, versions, wrong, range, seen] of [
  ['version-old', '7, 8, 13', ['12', '14', undefined], { until: '3006' }, ['3006.28']],
  ['version', '13', ['7', '8', '14', undefined], { since: '3007' }, ['3007.15', '3008.3']],
] as const) {
  requirement(
    `tornado.ws-refused.${name}`,
    {
      level: 'should',
      text: `Another version than ${versions}, or none, is answered 426 without a body, and with those there are in Sec-Websocket-Version.`,
      source: { observed: seen },
      ...range,
      needs,
    },
    async ({ target }) => {
      for (const version of wrong) {
        const headers = [['Sec-WebSocket-Version', version]] as const;
        const { reply } = await target.websocket(await pathOf(target), headers);
        expect([reply.status, reply.reason]).toEqual([426, 'Upgrade Required']);
        expect(reply.headerValues('Sec-Websocket-Version')).toEqual([versions]);
        expect(reply.headerValues('Content-Length')).toEqual(['0']);
      }
    },
  );
}

requirement(
  'tornado.ws-refused.order',
  {
    level: 'should',
    text: 'Upgrade is looked at before Connection, that before the origin, that before the version, and the key last.',
    source: observed,
    needs,
  },
  async ({ target }) => {
    const path = await pathOf(target);
    const wrong = [
      ['Upgrade', 'h2c', 400],
      ['Connection', 'close', 400],
      ['Origin', 'http://elsewhere.example', 403],
      ['Sec-WebSocket-Version', '12', 426],
      ['Sec-WebSocket-Key', '', 400],
    ] as const;
    const bodies: string[] = [];
    for (const [at, [, , status]] of wrong.entries()) {
      const headers = wrong.slice(at).map(([name, value]) => [name, value] as const);
      const { reply } = await target.websocket(path, headers);
      expect(reply.status, wrong[at]?.[0]).toBe(status);
      bodies.push(reply.body);
    }
    expect(new Set(bodies).size).toBe(wrong.length);
  },
);

requirement(
  'tornado.ws-refused.methods',
  {
    level: 'should',
    text: 'Other methods than GET are answered 405 with the HTML page, OPTIONS too, and nothing else is looked at.',
    source: observed,
    needs,
  },
  async ({ target }) => {
    for (const kind of KINDS) {
      for (const method of ['POST', 'PUT', 'DELETE', 'OPTIONS', 'PATCH']) {
        const headers = [['Content-Type', 'no/type']] as const;
        const reply = await target.send({ method, path: `/${kind}/${UNKNOWN_TOKEN}`, headers });
        expectErrorPage(reply, 405);
      }
    }
  },
);
