import { expect } from '@playwright/test';
import { EVERY_LINE, requirement } from '../requirement.ts';
import { HTML } from './error-page.ts';
import { expectHeaders } from './header-order.ts';

const observed = { observed: EVERY_LINE };

const PLAIN = ['Server', 'Content-Type', 'Date', 'Content-Length'] as const;

requirement(
  'tornado.headers.order-get',
  {
    level: 'should',
    text: 'A GET that went well has these headers, in this order: server, type, date, Etag, length.',
    source: observed,
  },
  async ({ target }) => {
    expectHeaders(await target.get('/'), [
      'Server',
      'Content-Type',
      'Date',
      'Etag',
      'Content-Length',
    ]);
  },
);

requirement(
  'tornado.headers.order-post',
  {
    level: 'should',
    text: 'A POST that went well has server, type, date and length, and nothing else: no Etag, nothing about caching.',
    source: observed,
  },
  async ({ target }) => expectHeaders(await target.lowstate([]), PLAIN),
);

requirement(
  'tornado.headers.order-error',
  {
    level: 'should',
    text: 'Errors have the same four headers, in the same order.',
    source: observed,
  },
  async ({ target }) => {
    for (const path of ['/nonesuch', '/hook']) expectHeaders(await target.get(path), PLAIN);
    expectHeaders(await target.get('/', [['Accept', 'text/html']]), PLAIN);
    expectHeaders(await target.post('/login', {}), PLAIN);
  },
);

requirement(
  'tornado.headers.order-redirect',
  {
    level: 'should',
    text: 'The way to /login stands between the date and a length of 0.',
    source: observed,
  },
  async ({ target }) => {
    const reply = await target.get('/minions');
    expectHeaders(reply, ['Server', 'Content-Type', 'Date', 'Location', 'Content-Length']);
    expect(reply.header('Content-Length')).toBe('0');
  },
);

requirement(
  'tornado.headers.order-login',
  {
    level: 'should',
    text: 'A log-in has its cookie last, and no X-Auth-Token, though the documentation shows one.',
    source: observed,
    needs: ['own login'],
  },
  async ({ target }) => expectHeaders(await target.login(), [...PLAIN, 'Set-Cookie']),
);

requirement(
  'tornado.headers.order-unauthorized',
  {
    level: 'should',
    text: 'GET /login says Www-Authenticate, in this spelling, before the length.',
    source: observed,
  },
  async ({ target }) => {
    expectHeaders(await target.get('/login'), [
      'Server',
      'Content-Type',
      'Date',
      'Www-Authenticate',
      'Content-Length',
    ]);
  },
);

requirement(
  'tornado.headers.server',
  {
    level: 'should',
    text: 'Server names Tornado and its version.',
    source: observed,
  },
  async ({ target }) => {
    for (const path of ['/', '/nonesuch'])
      expect((await target.get(path)).header('Server')).toMatch(
        /^TornadoServer\/\d+\.\d+(?:\.\d+)?$/,
      );
  },
);

requirement(
  'tornado.headers.date',
  {
    level: 'should',
    text: 'Date is a GMT date as HTTP wants it.',
    source: observed,
  },
  async ({ target }) => {
    expect((await target.get('/')).header('Date')).toMatch(
      /^(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun), \d\d (?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec) \d{4} \d\d:\d\d:\d\d GMT$/,
    );
  },
);

requirement(
  'tornado.headers.json-type',
  {
    level: 'must',
    text: 'JSON is application/json, without a charset.',
    source: { documented: 'rest_tornado, GET /', observed: EVERY_LINE },
  },
  async ({ target }) => {
    expect((await target.get('/')).headerValues('Content-Type')).toEqual(['application/json']);
    expect((await target.lowstate([])).headerValues('Content-Type')).toEqual(['application/json']);
  },
);

requirement(
  'tornado.headers.html-type',
  {
    level: 'should',
    text: 'Errors and redirects are text/html; charset=UTF-8, whatever the client accepts.',
    source: observed,
  },
  async ({ target }) => {
    for (const path of ['/nonesuch', '/hook', '/minions'])
      expect(
        (await target.get(path, [['Accept', 'application/json']])).headerValues('Content-Type'),
      ).toEqual([HTML]);
  },
);

requirement(
  'tornado.headers.content-length',
  {
    level: 'must',
    text: 'Content-Length counts bytes, not characters.',
    source: { documented: 'RFC 9110, Content-Length', observed: EVERY_LINE },
    needs: ['runner'],
  },
  async ({ target }) => {
    const reply = await target.lowstate({
      client: 'runner',
      fun: 'test.arg',
      arg: ['Grüße 日本'],
    });
    expect(reply.body).toContain('Grüße 日本');
    expect(reply.header('Content-Length')).toBe(String(Buffer.byteLength(reply.body)));
  },
);

requirement(
  'tornado.headers.uncompressed',
  {
    level: 'should',
    text: 'Nothing is compressed, whatever the client would take.',
    source: observed,
  },
  async ({ target }) => {
    const reply = await target.get('/', [['Accept-Encoding', 'gzip, deflate, br']]);
    expect(reply.headerValues('Content-Encoding')).toEqual([]);
    expect(reply.headerValues('Vary')).toEqual([]);
    target.shape(reply, 'welcome');
  },
);
