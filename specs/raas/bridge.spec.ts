import { expect } from '@playwright/test';
import { requirement } from '../requirement.ts';
import { xsrfHeaders, xsrfOf } from '../target/raas/xsrf.ts';
import { basicOf } from '../target/raas/session.ts';
import { ECHO } from './echo-call.ts';
import { CLIENTS, DOCUMENTS } from './sources.ts';

requirement(
  'raas.bridge.version',
  {
    level: 'must',
    text: 'GET /version answers 200 to everybody: clients try there whether the server is up.',
    source: { client: [CLIENTS.official, CLIENTS.mcp] },
    confidence: 'client',
  },
  async ({ target }) => expect((await target.get('/version')).status).toBe(200),
);

requirement(
  'raas.bridge.instance-id',
  {
    level: 'may',
    text: 'Answers name the instance that gave them in RaaS-Instance-ID, the same each time while there is one instance.',
    source: { client: [CLIENTS.official] },
    confidence: 'client',
  },
  async ({ target }) => {
    const first = (await target.get('/account/login')).header('RaaS-Instance-ID');
    expect(first).toMatch(/^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i);
    expect((await target.get('/version')).header('RaaS-Instance-ID')).toBe(first);
  },
);

requirement(
  'raas.bridge.walk-through',
  {
    level: 'must',
    text: 'The two curl lines of the documentation work: GET /account/login with HTTP Basic, then POST /rpc with it and the token of the cookie.',
    source: { documented: DOCUMENTS.api },
    confidence: 'documented',
    needs: ['xsrf', 'own login', 'internal user'],
  },
  async ({ target }) => {
    const basic = ['Authorization', basicOf(target.credentials)] as const;
    const first = await target.get('/account/login', [basic]);
    expect(first.status).toBe(200);
    const token = xsrfOf(first);
    const cookie = token?.cookie ?? '';
    const reply = await target.post('/rpc', JSON.stringify(ECHO), [
      ['Content-Type', 'application/x-www-form-urlencoded'],
      basic,
      // The line takes the token from the jar, not from the header.
      ...xsrfHeaders({ cookie, header: cookie }),
    ]);
    expect(reply.status).toBe(200);
    expect(target.shape(reply, 'rpc-envelope').ret).toBe('hello');
  },
);

requirement(
  'raas.bridge.no-such-path',
  {
    level: 'must',
    text: 'A path that there is not is answered with 404 or 405: by that clients know that they must look below /raas.',
    source: { client: [CLIENTS.mcp] },
    confidence: 'client',
  },
  async ({ target }) => {
    const reply = await target.post('/saltproof/rpc', ECHO, await target.caller.headers());
    expect([404, 405]).toContain(reply.status);
  },
);

requirement(
  'raas.bridge.below-raas',
  {
    level: 'may',
    text: 'The paths are there below /raas too.',
    source: { documented: DOCUMENTS.vcf, client: [CLIENTS.mcp] },
    confidence: 'documented',
  },
  async ({ target }) => {
    const prefix = (await target.bridge.prefix()) === '' ? '/raas' : '';
    const reply = await target.post(`${prefix}/rpc`, ECHO, await target.caller.headers());
    expect(reply.status).toBe(200);
    expect(target.shape(reply, 'rpc-envelope').ret).toBe('hello');
  },
);
