import { expect } from '@playwright/test';
import { requirement } from '../requirement.ts';
import { field } from '../target/return-of.ts';
import type { Reply } from '../target/reply.ts';
import { tokenSession, sessionHeaders } from '../target/raas/session.ts';
import { ECHO } from './echo-call.ts';
import { CLIENTS, DOCUMENTS } from './sources.ts';

const needs = ['own login'] as const;
const client = {
  source: { client: [CLIENTS.official, CLIENTS.powercli, CLIENTS.powershell] },
  confidence: 'client',
} as const;

/** What each of the errors of a refusal says under a name, joined. */
function said(reply: Reply, name: 'title' | 'message'): string {
  const errors = field(reply.json(), 'errors');
  return Array.isArray(errors) ? errors.map((error) => String(field(error, name))).join('; ') : '';
}

requirement(
  'raas.login.json',
  {
    level: 'must',
    text: 'POST /account/login with good credentials answers 200, with authenticated and with attributes that name the user and its back end.',
    ...client,
    needs,
  },
  async ({ target }) => {
    const reply = await target.login();
    expect(reply.status).toBe(200);
    const { username, config_name } = target.credentials;
    expect(target.shape(reply, 'account-login').attributes).toMatchObject({
      username,
      config_name,
    });
  },
);

requirement(
  'raas.login.session-cookie',
  {
    level: 'must',
    text: 'POST /account/login sets a cookie beside _xsrf: the session.',
    source: { documented: DOCUMENTS.api, client: [CLIENTS.powercli, CLIENTS.powershell] },
    confidence: 'documented',
    needs,
  },
  async ({ target }) => {
    const cookies = (await target.login()).headerValues('Set-Cookie');
    expect(cookies.filter((cookie) => !cookie.startsWith('_xsrf=')).length).toBeGreaterThan(0);
  },
);

requirement(
  'raas.login.jwt',
  {
    level: 'must',
    text: 'POST /account/login with token_type jwt gives a JWT in the body.',
    source: { client: [CLIENTS.official, CLIENTS.mcp] },
    confidence: 'client',
    needs,
  },
  async ({ target }) => {
    const reply = await target.login({ ...target.credentials, token_type: 'jwt' });
    expect(reply.status).toBe(200);
    const { jwt, attributes } = target.shape(reply, 'account-login');
    expect(jwt).toMatch(/^[\w-]+\.[\w-]+\.[\w-]*$/);
    expect(attributes.username).toBe(target.credentials.username);
  },
);

requirement(
  'raas.login.form-content-type',
  {
    level: 'must',
    text: 'The JSON of a log-in is read whatever its Content-Type says: clients send it as application/x-www-form-urlencoded.',
    ...client,
    needs,
  },
  async ({ target }) => {
    const reply = await target.post('/account/login', JSON.stringify(target.credentials), [
      ['Content-Type', 'application/x-www-form-urlencoded'],
      ...(await target.xsrfHeaders()),
    ]);
    expect(reply.status).toBe(200);
    target.shape(reply, 'account-login');
  },
);

for (const [name, changes, text] of [
  ['wrong-password', { password: 'saltproof-wrong' }, 'A wrong password'],
  ['unknown-user', { username: 'saltproof-nobody' }, 'A user that there is not'],
] as const)
  requirement(
    `raas.login.${name}`,
    {
      level: 'must',
      text: `${text} is refused with 401, and the title of its errors says that the credentials are invalid.`,
      source: { client: [CLIENTS.official] },
      confidence: 'client',
      needs,
    },
    async ({ target }) => {
      const reply = await target.login({ ...target.credentials, ...changes });
      expect(reply.status).toBe(401);
      target.shape(reply, 'rpc-unauthorized');
      expect(said(reply, 'title')).toMatch(/invalid credentials/i);
    },
  );

requirement(
  'raas.login.slash',
  {
    level: 'must',
    text: 'POST /account/login/ with a slash at the end, a Bearer token, no body and no XSRF token has an XSRF token in the headers of its answer, whatever the status.',
    source: { documented: DOCUMENTS.cloud },
    confidence: 'documented',
    needs: ['xsrf', 'own login'],
  },
  async ({ target }) => {
    const jwt = String(
      field((await target.login({ ...target.credentials, token_type: 'jwt' })).json(), 'jwt'),
    );
    const reply = await target.bridge.send({
      method: 'POST',
      path: '/account/login/',
      headers: [['Authorization', `Bearer ${jwt}`]],
    });
    expect(reply.header('X-Xsrftoken') ?? '').not.toBe('');
  },
);

requirement(
  'raas.login.slash-token-works',
  {
    level: 'must',
    text: 'The token in the headers of POST /account/login/ is good as cookie and header of a call with Bearer.',
    source: { documented: DOCUMENTS.cloud },
    confidence: 'documented',
    needs: ['xsrf', 'own login'],
  },
  async ({ target }) => {
    const jwt = String(
      field((await target.login({ ...target.credentials, token_type: 'jwt' })).json(), 'jwt'),
    );
    const bearer = ['Authorization', `Bearer ${jwt}`] as const;
    const { header } = await target.bridge
      .send({ method: 'POST', path: '/account/login/', headers: [bearer] })
      .then((reply) => ({ header: reply.header('X-Xsrftoken') ?? '' }));
    const reply = await target.post('/rpc', ECHO, [
      bearer,
      ['Cookie', `_xsrf=${header}; _xsrf=${header}`],
      ['X-XSRFToken', header],
    ]);
    expect(reply.status).toBe(200);
    expect(target.shape(reply, 'rpc-envelope').ret).toBe('hello');
  },
);

requirement(
  'raas.login.garbage-jwt',
  {
    level: 'must',
    text: 'A JWT that is none is refused with 401, and the message of its errors says that the JWT is not authorized.',
    source: { client: [CLIENTS.official] },
    confidence: 'client',
  },
  async ({ target }) => {
    const session = await tokenSession(target.bridge, 'jwt', 'saltproof.garbage.token');
    const reply = await target.post('/rpc', ECHO, sessionHeaders(session));
    expect(reply.status).toBe(401);
    target.shape(reply, 'rpc-unauthorized');
    expect(said(reply, 'message')).toMatch(/jwt not authorized/i);
  },
);

requirement(
  'raas.login.expired-jwt',
  {
    level: 'should',
    text: 'A JWT of yesterday is refused with 401 in the words of one that is none, and who logs in again gets on.',
    source: {
      client: [CLIENTS.official, CLIENTS.mcp],
      inferred: 'clients log in again when a JWT has expired; how long one lives nobody says',
    },
    confidence: 'inferred',
    needs: ['own login', 'tellable clock'],
  },
  async ({ target }) => {
    const caller = await target.freshly('jwt');
    expect((await caller.post(ECHO)).status).toBe(200);
    await target.passes(24 * 3600);
    const reply = await caller.post(ECHO);
    expect(reply.status).toBe(401);
    expect(said(reply, 'message')).toMatch(/jwt not authorized/i);
    expect(await target.as('jwt').ret('test', 'echo', ECHO.kwarg)).toBe('hello');
  },
);
