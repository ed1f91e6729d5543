import { expect } from '@playwright/test';
import type { Header } from '../../report/result.ts';
import { EVERY_LINE, requirement } from '../requirement.ts';
import type { Target } from '../target/target.ts';
import { ACCEPT, READY, RECEIVED } from '../target/websocket.ts';
import { logOut } from './log-out.ts';
import { listening } from './listening.ts';
import { cookieHeader, NO_PERMISSION, tokenHeader, UNKNOWN_SESSION } from './session.ts';

const source = { documented: 'rest_cherrypy, WebsocketEndpoint.GET', observed: EVERY_LINE };
const observed = { observed: EVERY_LINE };
const needs = ['ws'] as const;

async function expectOpen(target: Target, path: string, ...headers: Header[]): Promise<void> {
  expect((await target.websocket(path, headers)).reply.status, path).toBe(101);
}

async function expectRefused(target: Target, path: string, ...headers: Header[]): Promise<void> {
  const { reply } = await target.websocket(path, headers);
  expect(reply.status, path).toBe(401);
  expect(reply.body).toContain(`<p>${NO_PERMISSION}</p>`);
}

requirement(
  'cherrypy.ws-auth.anonymous',
  {
    level: 'must',
    text: 'A handshake without a session, or with one that nobody has, is answered 401 with the HTML page.',
    source,
    needs,
  },
  async ({ target }) => {
    await expectRefused(target, '/ws');
    await expectRefused(target, '/ws', tokenHeader(UNKNOWN_SESSION));
    await expectRefused(target, `/ws/${UNKNOWN_SESSION}`);
  },
);

requirement(
  'cherrypy.ws-auth.refusal-headers',
  {
    level: 'may',
    text: 'The 401 has the headers of the handshake all the same, and comes in chunks.',
    source: observed,
    needs,
  },
  async ({ target }) => {
    const { reply } = await target.websocket('/ws');
    expect(reply.status).toBe(401);
    expect(reply.headerValues('Upgrade')).toEqual(['websocket']);
    expect(reply.headerValues('Connection')).toEqual(['Upgrade']);
    expect(reply.headerValues('Sec-WebSocket-Accept')).toEqual([ACCEPT]);
    expect(reply.headerValues('Transfer-Encoding')).toEqual(['chunked']);
  },
);

requirement(
  'cherrypy.ws-auth.refused-talk',
  {
    level: 'may',
    text: 'Who was refused may talk on over the same connection, and is answered; to say that one is ready ends it.',
    source: observed,
    needs,
  },
  async ({ target }) => {
    const websocket = await target.websocket('/ws');
    expect(websocket.reply.status).toBe(401);
    websocket.send('let me in');
    expect(await websocket.text(() => true)).toBe(RECEIVED);
    websocket.send(READY);
    expect(await websocket.ended()).toBe(true);
    expect(websocket.frames).toHaveLength(1);
  },
);

requirement(
  'cherrypy.ws-auth.handshake-first',
  {
    level: 'should',
    text: 'A broken handshake is answered 500 before anybody asks for a session.',
    source: observed,
    needs,
  },
  async ({ target }) => {
    const { reply } = await target.websocket(`/ws/${UNKNOWN_SESSION}`, [['Upgrade', undefined]]);
    expect(reply.status).toBe(500);
  },
);

requirement(
  'cherrypy.ws-auth.header-and-cookie',
  {
    level: 'must',
    text: 'The session comes by X-Auth-Token or by cookie.',
    source,
    needs,
  },
  async ({ target }) => {
    const [, token] = await target.auth();
    await expectOpen(target, '/ws', tokenHeader(token));
    await expectOpen(target, '/ws', cookieHeader(token));
  },
);

requirement(
  'cherrypy.ws-auth.path',
  {
    level: 'must',
    text: 'A session in the path opens the websocket, for clients that cannot set headers.',
    source: { ...source, client: ['SUSE salt-netapi-client'] },
    needs,
  },
  async ({ target }) => {
    const [, token] = await target.auth();
    await expectOpen(target, `/ws/${token}`);
  },
);

requirement(
  'cherrypy.ws-auth.query',
  {
    level: 'should',
    text: 'A session in the query as "token" does so too; under another name it does not.',
    source: observed,
    needs,
  },
  async ({ target }) => {
    const [, token] = await target.auth();
    await expectOpen(target, `/ws?token=${token}`);
    await expectRefused(target, `/ws?salt_token=${token}`);
  },
);

requirement(
  'cherrypy.ws-auth.url-first',
  {
    level: 'should',
    text: 'Where URL and header differ the URL decides, for better or worse; an empty one counts for nothing.',
    source: observed,
    needs,
  },
  async ({ target }) => {
    const [, token] = await target.auth();
    await expectRefused(target, `/ws/${UNKNOWN_SESSION}`, tokenHeader(token));
    await expectOpen(target, `/ws/${token}`, tokenHeader(UNKNOWN_SESSION));
    await expectOpen(target, '/ws?token=', tokenHeader(token));
  },
);

requirement(
  'cherrypy.ws-auth.logged-out',
  {
    level: 'must',
    text: 'A session that has logged out is refused, by header and by path.',
    source,
    needs: [...needs, 'own login'],
  },
  async ({ target }) => {
    const token = await target.freshSession();
    await logOut(target, token);
    await expectRefused(target, '/ws', tokenHeader(token));
    await expectRefused(target, `/ws/${token}`);
  },
);

requirement(
  'cherrypy.ws-auth.logout-while-open',
  {
    level: 'should',
    text: 'An open websocket outlives the log-out of its session: it is answered, and hears of events.',
    source: observed,
    needs: [...needs, 'own login', 'minion'],
  },
  async ({ target }) => {
    const token = await target.freshSession();
    const websocket = await listening(target, '/ws', [tokenHeader(token)]);
    await logOut(target, token);
    const word = target.unique('word');
    await target.local(target.minion, 'test.arg', word);
    expect(await websocket.text((text) => text.includes(word))).toBeDefined();
    expect(websocket.hasEnded).toBe(false);
  },
);
