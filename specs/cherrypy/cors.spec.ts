import { expect } from '@playwright/test';
import { EVERY_LINE, requirement } from '../requirement.ts';
import type { Reply } from '../target/reply.ts';

const source = { observed: EVERY_LINE };

/** The headers of a reply that speak of CORS, in order. */
function corsHeaders(reply: Reply) {
  return reply.headers.filter(([name]) => name.startsWith('Access-Control-'));
}

const SIMPLE = [
  ['Access-Control-Expose-Headers', 'GET, POST'],
  ['Access-Control-Allow-Credentials', 'true'],
];
const PREFLIGHT = [
  ['Access-Control-Allow-Methods', 'GET, POST'],
  ['Access-Control-Allow-Headers', 'Content-Type, X-Auth-Token, X-Requested-With'],
  ['Access-Control-Max-Age', '1400'],
];

requirement(
  'cherrypy.cors.no-origin',
  { level: 'should', text: 'Without Origin every origin is allowed, with credentials.', source },
  async ({ target }) => {
    for (const path of ['/', '/no/such', '/minions'])
      expect(corsHeaders(await target.get(path))).toEqual([
        ['Access-Control-Allow-Origin', '*'],
        ...SIMPLE,
      ]);
  },
);

requirement(
  'cherrypy.cors.origin',
  {
    level: 'must',
    text: 'An Origin is allowed as it came, on errors too.',
    source: { documented: 'rest_cherrypy, cors_tool', observed: EVERY_LINE },
  },
  async ({ target }) => {
    for (const origin of ['http://a.example:8080', 'null', 'http://any thing'])
      for (const path of ['/', '/no/such', '/logout'])
        expect(corsHeaders(await target.get(path, [['Origin', origin]]))).toEqual([
          ['Access-Control-Allow-Origin', origin],
          ...SIMPLE,
        ]);
  },
);

requirement(
  'cherrypy.cors.origin-empty',
  { level: 'may', text: 'An empty Origin is allowed as it came, empty.', source },
  async ({ target }) => {
    const reply = await target.get('/', [['Origin', '']]);
    expect(reply.headerValues('Access-Control-Allow-Origin')).toEqual(['']);
  },
);

requirement(
  'cherrypy.cors.preflight',
  {
    level: 'should',
    text: 'A preflight on /run for GET or POST answers 200 with an empty body, the allowed methods and headers, for 1400 seconds.',
    source,
  },
  async ({ target }) => {
    for (const method of ['GET', 'POST']) {
      const reply = await target.send({
        method: 'OPTIONS',
        path: '/run',
        headers: [
          ['Origin', 'http://a.example'],
          ['Access-Control-Request-Method', method],
        ],
      });
      expect(reply.status).toBe(200);
      expect(reply.body).toBe('');
      expect(corsHeaders(reply)).toEqual([
        ['Access-Control-Allow-Origin', 'http://a.example'],
        ...SIMPLE,
        ...PREFLIGHT,
      ]);
    }
  },
);

requirement(
  'cherrypy.cors.preflight-other-method',
  {
    level: 'should',
    text: 'A preflight for another method is told no methods and no headers.',
    source,
  },
  async ({ target }) => {
    for (const method of ['PUT', 'post']) {
      const reply = await target.send({
        method: 'OPTIONS',
        path: '/run',
        headers: [['Access-Control-Request-Method', method]],
      });
      expect(reply.status).toBe(200);
      expect(corsHeaders(reply)).toEqual([['Access-Control-Allow-Origin', '*'], ...SIMPLE]);
    }
  },
);

requirement(
  'cherrypy.cors.preflight-session',
  {
    level: 'may',
    text: 'A preflight on a resource with sessions crashes with 500, but has all the headers.',
    source,
  },
  async ({ target }) => {
    const reply = await target.send({
      method: 'OPTIONS',
      path: '/login',
      headers: [['Access-Control-Request-Method', 'POST']],
    });
    expect(reply.status).toBe(500);
    expect(corsHeaders(reply)).toEqual([
      ['Access-Control-Allow-Origin', '*'],
      ...SIMPLE,
      ...PREFLIGHT,
    ]);
  },
);

requirement(
  'cherrypy.cors.preflight-keep-alive',
  {
    level: 'should',
    text: 'A preflight is told that its connection stays open, even where it asked to close it, and it is closed.',
    source,
  },
  async ({ target }) => {
    const { reply, isClosed } = await target.sendBytes(
      'OPTIONS /run HTTP/1.1\r\nHost: here\r\nAccess-Control-Request-Method: POST\r\nConnection: close\r\n\r\n',
    );
    expect(reply?.headerValues('Connection')).toEqual(['keep-alive']);
    expect(isClosed).toBe(true);
  },
);

requirement(
  'cherrypy.cors.asterisk',
  { level: 'should', text: 'OPTIONS * answers 200 with an empty body.', source },
  async ({ target }) => {
    const { reply } = await target.sendBytes('OPTIONS * HTTP/1.1\r\nHost: here\r\n\r\n');
    expect(reply?.status).toBe(200);
    expect(reply?.body).toBe('');
  },
);
