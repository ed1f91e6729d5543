import { expect } from '@playwright/test';
import { EVERY_LINE, requirement } from '../requirement.ts';

const observed = { observed: EVERY_LINE };
const needs = ['ws'] as const;

requirement(
  'cherrypy.ws-negotiation.no-extensions',
  {
    level: 'must',
    text: 'Subprotocols and compression that a client offers are passed over.',
    source: { ...observed, client: ['browsers, which offer permessage-deflate'] },
    needs,
  },
  async ({ target }) => {
    const { reply } = await target.websocket('/ws', [
      await target.auth(),
      ['Sec-WebSocket-Protocol', 'salt, chat'],
      ['Sec-WebSocket-Extensions', 'permessage-deflate; client_max_window_bits'],
    ]);
    expect(reply.status).toBe(101);
    expect(reply.headerValues('Sec-WebSocket-Protocol')).toEqual([]);
    expect(reply.headerValues('Sec-WebSocket-Extensions')).toEqual([]);
  },
);

requirement(
  'cherrypy.ws-negotiation.charset',
  {
    level: 'may',
    text: 'A handshake whose Accept-Charset has no utf-8 is answered 406 once the session is found good.',
    source: observed,
    needs,
  },
  async ({ target }) => {
    const latin = ['Accept-Charset', 'latin1'] as const;
    const { reply } = await target.websocket('/ws', [await target.auth(), latin]);
    expect(reply.status).toBe(406);
    expect((await target.websocket('/ws', [latin])).reply.status).toBe(401);
  },
);

requirement(
  'cherrypy.ws-negotiation.gzip',
  {
    level: 'may',
    text: 'To whoever takes gzip, as browsers do, the 101 says Content-Encoding: gzip, and an empty archive stands before the first frame.',
    source: observed,
    needs,
  },
  async ({ target }) => {
    const headers = [await target.auth(), ['Accept-Encoding', 'gzip, deflate']] as const;
    const websocket = await target.websocket('/ws', headers);
    expect(websocket.reply.status).toBe(101);
    expect(websocket.reply.headerValues('Content-Encoding')).toEqual(['gzip']);
    expect(websocket.reply.headerValues('Transfer-Encoding')).toEqual([]);
    await websocket.until(({ bytes }) => bytes.length >= 20);
    // Bytes 4 to 7 are the time.
    expect(websocket.bytes.subarray(0, 4).toString('hex')).toBe('1f8b0800');
    expect(websocket.bytes.subarray(8).toString('hex')).toBe('00ff03000000000000000000');
  },
);
