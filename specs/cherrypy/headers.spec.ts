import { expect } from '@playwright/test';
import { EVERY_LINE, requirement } from '../requirement.ts';
import { expectHeaders, headerNames } from './header-order.ts';

const source = { observed: EVERY_LINE };

requirement(
  'cherrypy.headers.order-success',
  {
    level: 'should',
    text: 'A reply with a session has its headers in this order: type, server, date, Allow, CORS, Cache-Control, Vary, length, cookie.',
    source,
  },
  async ({ target }) => {
    const reply = await target.lowstate([]);
    expectHeaders(reply, ['Cache-Control', 'Vary', 'Content-Length', 'Set-Cookie']);
  },
);

requirement(
  'cherrypy.headers.order-early-error',
  {
    level: 'should',
    text: 'On an error with a page that CherryPy measures, 404 say, the length stands before Vary.',
    source,
  },
  async ({ target }) => {
    expect(headerNames(await target.get('/no/such'))).toEqual([
      'Content-Type',
      'Server',
      'Date',
      'Access-Control-Allow-Origin',
      'Access-Control-Expose-Headers',
      'Access-Control-Allow-Credentials',
      'Content-Length',
      'Vary',
    ]);
    expectHeaders(await target.get('/?x=1'), ['Content-Length', 'Vary']);
  },
);

requirement(
  'cherrypy.headers.order-unauthorized',
  { level: 'should', text: 'On a 401 the length stands behind Vary, before the cookie.', source },
  async ({ target }) => {
    const reply = await target.get('/minions');
    expectHeaders(reply, ['Vary', 'Content-Length', 'Set-Cookie']);
  },
);

requirement(
  'cherrypy.headers.order-crash',
  { level: 'should', text: 'A crash of a tool has no Vary and no cookie.', source },
  async ({ target }) => {
    const reply = await target.get('/logout');
    expect(reply.status).toBe(500);
    expectHeaders(reply, ['Content-Length']);
  },
);

requirement(
  'cherrypy.headers.date',
  { level: 'should', text: 'Date is a GMT date as HTTP wants it.', source },
  async ({ target }) => {
    expect((await target.get('/')).header('Date')).toMatch(
      /^(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun), \d\d (?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec) \d{4} \d\d:\d\d:\d\d GMT$/,
    );
  },
);

requirement(
  'cherrypy.headers.server',
  { level: 'should', text: 'Server names CherryPy and its version.', source },
  async ({ target }) => {
    expect((await target.get('/')).header('Server')).toMatch(/^CherryPy\/\d+\.\d+\.\d+$/);
  },
);

requirement(
  'cherrypy.headers.vary',
  { level: 'should', text: 'Vary names Accept-Encoding and nothing else, also on errors.', source },
  async ({ target }) => {
    for (const path of ['/', '/no/such', '/minions'])
      expect((await target.get(path)).headerValues('Vary')).toEqual(['Accept-Encoding']);
  },
);

requirement(
  'cherrypy.headers.content-length',
  {
    level: 'must',
    text: 'Content-Length counts bytes, not characters.',
    source: { documented: 'RFC 9110, Content-Length', observed: EVERY_LINE },
  },
  async ({ target }) => {
    const reply = await target.get('/no/such/%C3%A4%E2%82%AC');
    expect(reply.body).toContain("<p>The path '/no/such/ä€' was not found.</p>");
    expect(reply.header('Content-Length')).toBe(String(Buffer.byteLength(reply.body)));
  },
);

requirement(
  'cherrypy.headers.public-uncached',
  { level: 'should', text: 'Without a session nothing is said about caching.', source },
  async ({ target }) => {
    for (const path of ['/', '/login', '/minions', '/no/such'])
      expect((await target.get(path)).header('Cache-Control')).toBeUndefined();
  },
);
