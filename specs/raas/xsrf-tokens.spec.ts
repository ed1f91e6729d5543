import { expect } from '@playwright/test';
import type { Header } from '../../report/result.ts';
import { requirement } from '../requirement.ts';
import { maskedAnew } from '../target/raas/masked-token.ts';
import { CLIENTS, DOCUMENTS } from './sources.ts';
import { echoWith, freshToken } from './xsrf-tokens.ts';

const needs = ['xsrf'] as const;

for (const [name, spelling] of [
  ['spelling-xsrftoken', 'X-Xsrftoken'],
  ['spelling-xsrf-token', 'X-XSRFToken'],
  ['spelling-capitals', 'X-XSRFTOKEN'],
  ['spelling-small', 'x-xsrftoken'],
] as const)
  requirement(
    `raas.xsrf.${name}`,
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
