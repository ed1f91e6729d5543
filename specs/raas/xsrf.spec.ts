import { expect } from '@playwright/test';
import type { Header } from '../../report/result.ts';
import { requirement } from '../requirement.ts';
import { cookiesOf } from '../target/raas/cookies.ts';
import { ECHO } from './echo-call.ts';
import { CLIENTS, DOCUMENTS } from './sources.ts';
import { expectXsrfRefusal } from './xsrf-refusal.ts';
import { echoWith, freshToken } from './xsrf-tokens.ts';

const needs = ['xsrf'] as const;
const documented = {
  source: {
    documented: DOCUMENTS.api,
    client: [CLIENTS.official, CLIENTS.powercli, CLIENTS.powershell],
  },
  confidence: 'documented',
} as const;

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
