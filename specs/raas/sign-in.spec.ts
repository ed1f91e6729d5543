import { expect } from '@playwright/test';
import { requirement } from '../requirement.ts';
import type { RaasCapability } from '../target/raas/capabilities.ts';
import { basicOf } from '../target/raas/session.ts';
import { ECHO } from './echo-call.ts';
import { CLIENTS, DOCUMENTS } from './sources.ts';

/** Each way to show who calls, with what it needs. */
const WAYS: readonly (readonly [
  way: 'basic' | 'cookie' | 'jwt' | 'bearer',
  text: string,
  documented: string | undefined,
  client: readonly string[],
  needs: readonly RaasCapability[],
])[] = [
  [
    'basic',
    'A call with HTTP Basic and an XSRF token is answered, without a log-in before.',
    DOCUMENTS.api,
    [CLIENTS.samples],
    ['own login', 'internal user'],
  ],
  [
    'cookie',
    'The cookies of a log-in are all that a call needs beside the XSRF token: credentials are passed once a session.',
    DOCUMENTS.api,
    [CLIENTS.powercli, CLIENTS.powershell],
    ['own login'],
  ],
  [
    'jwt',
    'A call with the header Authorization: JWT and the JWT of a log-in is answered.',
    undefined,
    [CLIENTS.official, CLIENTS.mcp],
    ['own login'],
  ],
  [
    'bearer',
    'A call with the header Authorization: Bearer and the JWT of a log-in is answered.',
    DOCUMENTS.vcf,
    [CLIENTS.operator],
    ['own login'],
  ],
];

for (const [way, text, documented, client, needs] of WAYS)
  requirement(
    `raas.sign-in.${way}`,
    documented === undefined
      ? { level: 'must', text, source: { client }, confidence: 'client', needs }
      : { level: 'must', text, source: { documented, client }, confidence: 'documented', needs },
    async ({ target }) => {
      const caller = await target.freshly(way);
      expect(await caller.ret('test', 'echo', { message: 'hello' })).toBe('hello');
    },
  );

requirement(
  'raas.sign-in.nobody',
  {
    level: 'must',
    text: 'A call that shows nobody is refused with 401 and a list of errors.',
    source: { client: [CLIENTS.official] },
    confidence: 'client',
  },
  async ({ target }) => {
    const reply = await target.as('nobody').post(ECHO);
    expect(reply.status).toBe(401);
    target.shape(reply, 'rpc-unauthorized');
  },
);

requirement(
  'raas.sign-in.basic-wrong-password',
  {
    level: 'must',
    text: 'HTTP Basic with a wrong password is refused with 401 and a list of errors.',
    source: { client: [CLIENTS.official] },
    confidence: 'client',
    needs: ['own login', 'internal user'],
  },
  async ({ target }) => {
    const { username } = target.credentials;
    const reply = await target.post('/rpc', ECHO, [
      ...(await target.xsrfHeaders()),
      ['Authorization', basicOf({ username, password: 'saltproof-wrong' })],
    ]);
    expect(reply.status).toBe(401);
    target.shape(reply, 'rpc-unauthorized');
  },
);

requirement(
  'raas.sign-in.get-jwt',
  {
    level: 'should',
    text: 'auth.get_jwt gives a session a JWT with which calls are answered.',
    source: { client: [CLIENTS.mcp], inferred: 'what the method is called; its reply is a dict' },
    confidence: 'inferred',
  },
  async ({ target }) => {
    const ret = await target.ret('auth', 'get_jwt');
    const texts = Object.values((ret ?? {}) as Record<string, unknown>).filter(
      (value): value is string => typeof value === 'string' && value.split('.').length === 3,
    );
    const [jwt = ''] = texts;
    const reply = await target.post('/rpc', ECHO, [
      ...(await target.xsrfHeaders()),
      ['Authorization', `JWT ${jwt}`],
    ]);
    expect(reply.status).toBe(200);
  },
);
