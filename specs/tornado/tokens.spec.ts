import { expect } from '@playwright/test';
import { EVERY_LINE, requirement } from '../requirement.ts';
import {
  cookieHeader,
  expectSentToLogin,
  expectUsed,
  REFUSED,
  tokenHeader,
  UNKNOWN_TOKEN,
  use,
} from './sign-in.ts';

const observed = { observed: EVERY_LINE };
const documented = {
  documented: 'rest_tornado, authentication',
  observed: EVERY_LINE,
};

requirement(
  'tornado.tokens.header',
  { level: 'must', text: 'X-Auth-Token signs in.', source: documented },
  async ({ target }) => expectUsed(await use(target, await target.auth())),
);

requirement(
  'tornado.tokens.cookie',
  {
    level: 'must',
    text: 'The cookie session_id signs in.',
    source: documented,
  },
  async ({ target }) => {
    const [, token] = await target.auth();
    expectUsed(await use(target, cookieHeader(token)));
    expectUsed(await use(target, ['Cookie', `a=b; session_id=${token};c=d`]));
  },
);

requirement(
  'tornado.tokens.cookie-twice',
  {
    level: 'should',
    text: 'Of two cookies session_id the last counts, however odd what stands between.',
    source: observed,
  },
  async ({ target }) => {
    const [, token] = await target.auth();
    expectUsed(await use(target, ['Cookie', `session_id=x; y; a@b=c; session_id = ${token}`]));
    expectSentToLogin(await use(target, ['Cookie', `session_id=${token}; session_id=x`]));
  },
);

requirement(
  'tornado.tokens.cookie-quoted',
  {
    level: 'should',
    text: 'A cookie that stands in quotes is taken out of them.',
    source: { observed: ['3007.15', '3008.3'] },
    since: '3007',
  },
  async ({ target }) => {
    const [, token] = await target.auth();
    expectUsed(await use(target, ['Cookie', `session_id="${token}"`]));
  },
);

requirement(
  'tornado.tokens.cookie-quotes-kept',
  {
    level: 'should',
    text: 'Quotes around a cookie are part of it, so that it signs nobody in.',
    source: { observed: ['3006.28'] },
    until: '3006',
  },
  async ({ target }) => {
    const [, token] = await target.auth();
    expectSentToLogin(await use(target, ['Cookie', `session_id="${token}"`]));
  },
);

requirement(
  'tornado.tokens.header-case',
  {
    level: 'must',
    text: 'X-Auth-Token is found in any case.',
    source: documented,
  },
  async ({ target }) => {
    const [, token] = await target.auth();
    expectUsed(await use(target, ['x-auth-token', token]));
  },
);

requirement(
  'tornado.tokens.none',
  {
    level: 'must',
    text: 'Who has not signed in is sent to /login by 302, with an empty page, by GET and by POST.',
    source: { documented: 'rest_tornado, authentication', ...observed },
  },
  async ({ target }) => {
    expectSentToLogin(await use(target));
    for (const path of ['/minions', '/minions/web1', '/jobs', '/jobs/1', '/events'])
      expectSentToLogin(await target.get(path));
    for (const path of ['/minions', '/jobs', '/events', '/hook', '/hook/a'])
      expectSentToLogin(await target.post(path, {}));
  },
);

requirement(
  'tornado.tokens.unknown',
  {
    level: 'must',
    text: 'A token that nobody has made signs nobody in, in whatever form.',
    source: { documented: 'rest_tornado, authentication', ...observed },
  },
  async ({ target }) => {
    for (const token of [UNKNOWN_TOKEN, 'none', '../../etc/passwd', 'ü'])
      expectSentToLogin(await use(target, tokenHeader(token)));
    expectSentToLogin(await use(target, cookieHeader(UNKNOWN_TOKEN)));
  },
);

requirement(
  'tornado.tokens.header-first',
  {
    level: 'should',
    text: 'Where there are both, the header counts, and the cookie is not looked at.',
    source: observed,
  },
  async ({ target }) => {
    const [, token] = await target.auth();
    expectSentToLogin(await use(target, tokenHeader(UNKNOWN_TOKEN), cookieHeader(token)));
    expectUsed(await use(target, tokenHeader(token), cookieHeader(UNKNOWN_TOKEN)));
  },
);

requirement(
  'tornado.tokens.empty-header',
  {
    level: 'should',
    text: 'An empty X-Auth-Token keeps the cookie from counting.',
    source: { observed: ['3006.28', '3007.15'] },
    until: '3007',
  },
  async ({ target }) => {
    const [, token] = await target.auth();
    expectSentToLogin(await use(target, tokenHeader(''), cookieHeader(token)));
  },
);

requirement(
  'tornado.tokens.empty-header-passed-over',
  {
    level: 'should',
    text: 'An empty X-Auth-Token is as good as none: the cookie counts.',
    source: { observed: ['3008.3'] },
    since: '3008',
  },
  async ({ target }) => {
    const [, token] = await target.auth();
    expectUsed(await use(target, tokenHeader(''), cookieHeader(token)));
  },
);

requirement(
  'tornado.tokens.elsewhere',
  {
    level: 'should',
    text: 'A token in the query or in the low data does not sign in.',
    source: observed,
  },
  async ({ target }) => {
    const [, token] = await target.auth();
    expectSentToLogin(await target.get(`/minions?token=${token}`));
    expectSentToLogin(await target.get(`/events?token=${token}`));
    expectSentToLogin(await target.post('/', [{ client: 'runner', fun: 'test.arg', token }]));
  },
);

requirement(
  'tornado.tokens.two-headers',
  {
    level: 'should',
    text: 'Two X-Auth-Token headers are one value with a comma in it, and sign nobody in.',
    source: observed,
  },
  async ({ target }) => {
    const auth = await target.auth();
    expectSentToLogin(await use(target, auth, auth));
  },
);

requirement(
  'tornado.tokens.expired',
  {
    level: 'must',
    text: 'A token that has expired signs nobody in.',
    source: {
      documented: 'Salt master configuration, token_expire',
      observed: EVERY_LINE,
    },
    needs: ['own login'],
  },
  async ({ target }) => {
    const reply = await target.login();
    const [{ token, start, expire }] = target.shape(reply, 'tornado-login').return;
    expectUsed(await use(target, tokenHeader(token)));
    await target.passes(Math.round(expire - start) + 1);
    expectSentToLogin(await use(target, tokenHeader(token)));
  },
);

requirement(
  'tornado.tokens.no-sliding',
  {
    level: 'should',
    text: 'A token that is used does not live any longer for it.',
    source: observed,
    needs: ['own login'],
  },
  async ({ target }) => {
    const reply = await target.login();
    const [{ token, start, expire }] = target.shape(reply, 'tornado-login').return;
    const half = Math.round((expire - start) / 2);
    await target.passes(half - 1);
    expectUsed(await use(target, tokenHeader(token)));
    await target.passes(half + 2);
    expectSentToLogin(await use(target, tokenHeader(token)));
  },
);

requirement(
  'tornado.tokens.run-needs-none',
  {
    level: 'should',
    text: 'POST /run is open to all, and tells who brings no credentials that they are not let in.',
    source: observed,
  },
  async ({ target }) => {
    expectUsed(await target.post('/run', []));
    const reply = await target.post('/run', [{ client: 'runner', fun: 'test.arg' }]);
    expect(reply.status).toBe(200);
    expect(reply.json()).toEqual({ return: [REFUSED] });
  },
);
