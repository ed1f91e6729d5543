import { expect } from '@playwright/test';
import { EVERY_LINE, requirement } from '../requirement.ts';
import { expectText } from './expect-text.ts';
import { pathOf } from './opened.ts';

const source = { documented: 'rest_tornado, websockets', observed: EVERY_LINE };
const needs = ['websockets'] as const;

requirement(
  'tornado.ws-refused.origin',
  {
    level: 'must',
    text: 'A page of another site is answered 403, in a text labelled HTML, where cors_origin does not say otherwise.',
    source,
    needs,
  },
  async ({ target }) => {
    for (const origin of ['http://elsewhere.example', 'null', `http://${target.host}.example`]) {
      const { reply } = await target.websocket(await pathOf(target), [['Origin', origin]]);
      expectText(reply, 403, 'Cross origin websockets not allowed');
    }
  },
);

requirement(
  'tornado.ws-refused.own-origin',
  {
    level: 'must',
    text: 'A page of the host and port that was asked may open a websocket, whatever its scheme.',
    source,
    needs,
  },
  async ({ target }) => {
    for (const scheme of ['http', 'https']) {
      const headers = [['Origin', `${scheme}://${target.host}`]] as const;
      const { reply } = await target.websocket(await pathOf(target), headers);
      expect(reply.status).toBe(101);
    }
  },
);

requirement(
  'tornado.ws-refused.old-origin',
  {
    level: 'may',
    text: 'Sec-WebSocket-Origin, from before the RFC, counts where there is no Origin.',
    source: { observed: ['3006.28'] },
    until: '3006',
    needs,
  },
  async ({ target }) => {
    const headers = [['Sec-WebSocket-Origin', 'http://elsewhere.example']] as const;
    const { reply } = await target.websocket(await pathOf(target), headers);
    expectText(reply, 403, 'Cross origin websockets not allowed');
  },
);

requirement(
  'tornado.ws-refused.fetch-site',
  {
    level: 'should',
    text: 'What the browser says in Sec-Fetch-Site counts more than Origin: same-origin and none open a websocket, anything else opens none.',
    source: { observed: ['3007.15', '3008.3'] },
    since: '3007',
    needs,
  },
  async ({ target }) => {
    const foreign = ['Origin', 'http://elsewhere.example'] as const;
    const own = ['Origin', `http://${target.host}`] as const;
    for (const [site, origin, status] of [
      ['same-origin', foreign, 101],
      ['none', foreign, 101],
      ['cross-site', own, 403],
      ['same-site', own, 403],
    ] as const) {
      const headers = [['Sec-Fetch-Site', site], origin] as const;
      const { reply } = await target.websocket(await pathOf(target), headers);
      expect(reply.status, site).toBe(status);
    }
  },
);
