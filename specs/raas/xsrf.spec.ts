import { expect } from '@playwright/test';
import type { Header } from '../../report/result.ts';
import { requirement } from '../requirement.ts';
import type { RaasTarget } from '../target/raas/raas-target.ts';
import { maskedAnew } from '../target/raas/masked-token.ts';
import { cookiesOf } from '../target/raas/cookies.ts';
import type { XsrfToken } from '../target/raas/xsrf.ts';
import type { Reply } from '../target/reply.ts';
import { NotVerified } from '../not-verified.ts';
import { CLIENTS, DOCUMENTS } from './sources.ts';
import { expectXsrfRefusal, withoutXsrf } from './xsrf-refusal.ts';

const needs = ['xsrf'] as const;
const documented = {
  source: {
    documented: DOCUMENTS.api,
    client: [CLIENTS.official, CLIENTS.powercli, CLIENTS.powershell],
  },
  confidence: 'documented',
} as const;

const ECHO = { resource: 'test', method: 'echo', kwarg: { message: 'hello' } };

/** Calls test.echo with these headers in place of those of the XSRF token. */
async function echoWith(target: RaasTarget, xsrf: readonly Header[]): Promise<Reply> {
  const own = withoutXsrf(await target.caller.headers());
  const [cookie] = own.filter(([name]) => name === 'Cookie');
  const merged = xsrf.map(([name, value]): Header => [
    name,
    name === 'Cookie' && cookie !== undefined ? `${cookie[1]}; ${value}` : value,
  ]);
  const rest = own.filter(([name]) => name !== 'Cookie' || !xsrf.some(([sent]) => sent === name));
  return target.post('/rpc', ECHO, [...rest, ...merged]);
}

async function freshToken(target: RaasTarget): Promise<XsrfToken> {
  const token = await target.bridge.xsrf();
  if (token !== undefined) return token;
  throw new NotVerified('needs an XSRF token, and GET /account/login gave none');
}

requirement(
  'raas.xsrf.given-to-everybody',
  {
    level: 'must',
    text: 'GET /account/login answers 200 without credentials, with a token in the cookie _xsrf and in the header X-Xsrftoken.',
    ...documented,
    needs,
  },
  async ({ target }) => {
    const reply = await target.get('/account/login');
    expect(reply.status).toBe(200);
    expect(cookiesOf(reply).get('_xsrf') ?? '').not.toBe('');
    expect(reply.header('X-Xsrftoken') ?? '').not.toBe('');
  },
);

requirement(
  'raas.xsrf.first-cookie',
  {
    level: 'must',
    text: 'The first cookie that GET /account/login sets is _xsrf: there are clients that look no further.',
    source: { client: [CLIENTS.samples] },
    confidence: 'client',
    needs,
  },
  async ({ target }) => {
    const [first = ''] = (await target.get('/account/login')).headerValues('Set-Cookie');
    expect(first).toMatch(/^_xsrf=/);
  },
);

requirement(
  'raas.xsrf.missing',
  {
    level: 'must',
    text: 'POST /rpc without an XSRF token is refused with 403 that is marked as such, whoever calls.',
    source: { client: [CLIENTS.official] },
    confidence: 'client',
    needs,
  },
  async ({ target }) => expectXsrfRefusal(await echoWith(target, [])),
);

requirement(
  'raas.xsrf.wrong',
  {
    level: 'must',
    text: 'POST /rpc with a header that does not fit the cookie _xsrf is refused with 403 that is marked as such.',
    source: { client: [CLIENTS.official] },
    confidence: 'client',
    needs,
  },
  async ({ target }) => {
    const { cookie } = await freshToken(target);
    const reply = await echoWith(target, [
      ['Cookie', `_xsrf=${cookie}`],
      ['X-Xsrftoken', '00'.repeat(16)],
    ]);
    expectXsrfRefusal(reply);
  },
);

for (const [name, part, text] of [
  [
    'cookie-alone',
    'Cookie',
    'The cookie _xsrf alone does not do: without the header it is refused with 403.',
  ],
  [
    'header-alone',
    'X-Xsrftoken',
    'The header X-Xsrftoken alone does not do: without the cookie it is refused with 403.',
  ],
] as const)
  requirement(
    `raas.xsrf.${name}`,
    { level: 'must', text, ...documented, needs },
    async ({ target }) => {
      const { cookie, header } = await freshToken(target);
      const pair: readonly Header[] = [
        ['Cookie', `_xsrf=${cookie}`],
        ['X-Xsrftoken', header],
      ];
      expectXsrfRefusal(
        await echoWith(
          target,
          pair.filter(([sent]) => sent === part),
        ),
      );
    },
  );

requirement(
  'raas.xsrf.retried',
  {
    level: 'must',
    text: 'A call that was refused for want of a token succeeds with one that is fetched then.',
    ...documented,
    needs,
  },
  async ({ target }) => {
    expectXsrfRefusal(await echoWith(target, []));
    const { cookie, header } = await freshToken(target);
    const reply = await echoWith(target, [
      ['Cookie', `_xsrf=${cookie}`],
      ['X-Xsrftoken', header],
    ]);
    expect(reply.status).toBe(200);
    expect(target.shape(reply, 'rpc-envelope').ret).toBe('hello');
  },
);

for (const spelling of ['X-Xsrftoken', 'X-XSRFToken', 'X-XSRFTOKEN', 'x-xsrftoken'] as const)
  requirement(
    `raas.xsrf.spelling-${['X-Xsrftoken', 'X-XSRFToken', 'X-XSRFTOKEN', 'x-xsrftoken'].indexOf(spelling) + 1}`,
    {
      level: 'must',
      text: `The token is taken from a header that is spelled ${spelling}.`,
      source: { documented: DOCUMENTS.cloud, client: [CLIENTS.official, CLIENTS.powercli] },
      confidence: 'documented',
      needs,
    },
    async ({ target }) => {
      const { cookie, header } = await freshToken(target);
      const reply = await echoWith(target, [
        ['Cookie', `_xsrf=${cookie}`],
        [spelling, header],
      ]);
      expect(reply.status).toBe(200);
    },
  );

requirement(
  'raas.xsrf.doubled-cookie',
  {
    level: 'must',
    text: 'A cookie header that names _xsrf twice is taken, as the curl lines of the documentation send it.',
    source: { documented: DOCUMENTS.cloud },
    confidence: 'documented',
    needs,
  },
  async ({ target }) => {
    const { cookie, header } = await freshToken(target);
    const reply = await echoWith(target, [
      ['Cookie', `_xsrf=${cookie}; _xsrf=${cookie}`],
      ['X-Xsrftoken', header],
    ]);
    expect(reply.status).toBe(200);
  },
);

requirement(
  'raas.xsrf.first-token-for-ever',
  {
    level: 'must',
    text: 'A token is good for more than one call, also after another one has been given out.',
    source: { client: [CLIENTS.powercli, CLIENTS.powershell] },
    confidence: 'client',
    needs,
  },
  async ({ target }) => {
    const { cookie, header } = await freshToken(target);
    const pair: readonly Header[] = [
      ['Cookie', `_xsrf=${cookie}`],
      ['X-Xsrftoken', header],
    ];
    expect((await echoWith(target, pair)).status).toBe(200);
    await freshToken(target);
    expect((await echoWith(target, pair)).status).toBe(200);
  },
);

requirement(
  'raas.xsrf.masked-anew',
  {
    level: 'should',
    text: 'A token that is hidden behind another mask, as Tornado writes tokens, is the same token.',
    source: { inferred: 'RaaS is a Tornado application, and Tornado masks each token anew' },
    confidence: 'inferred',
    needs,
  },
  async ({ target }) => {
    const { cookie } = await freshToken(target);
    const reply = await echoWith(target, [
      ['Cookie', `_xsrf=${cookie}`],
      ['X-Xsrftoken', maskedAnew(cookie, Buffer.from('5a17c3e9', 'hex'), 1_700_000_000)],
    ]);
    expect(reply.status).toBe(200);
  },
);

requirement(
  'raas.xsrf.before-authentication',
  {
    level: 'should',
    text: 'The XSRF token is looked at before who calls: without both the answer is 403, not 401.',
    source: { inferred: 'Tornado checks the token before the handler of a request runs' },
    confidence: 'inferred',
    needs,
  },
  async ({ target }) => expectXsrfRefusal(await target.post('/rpc', ECHO)),
);

requirement(
  'raas.xsrf.log-in-too',
  {
    level: 'must',
    text: 'POST /account/login needs the XSRF token as well, however good the credentials are.',
    ...documented,
    needs: ['xsrf', 'own login'],
  },
  async ({ target }) => expectXsrfRefusal(await target.post('/account/login', target.credentials)),
);
