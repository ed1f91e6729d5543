import { expect } from '@playwright/test';
import { EVERY_LINE, requirement } from '../requirement.ts';
import { needPasswords } from './need-passwords.ts';

const source = { documented: 'rest_cherrypy, Run.POST', observed: EVERY_LINE };
const PING = { client: 'local', tgt: '*', fun: 'test.ping' } as const;

requirement(
  'cherrypy.run-url.credentials',
  {
    level: 'must',
    text: 'POST /run runs low data for the credentials in its chunk, without a session and without a cookie.',
    source: source,
    needs: ['own login', 'minion'],
  },
  async ({ target }) => {
    const chunk = { client: 'local', tgt: target.minion, fun: 'test.ping' };
    const reply = await target.post('/run', [{ ...chunk, ...target.credentials }]);
    expect(reply.status).toBe(200);
    expect(reply.body).toBe(`{"return": [{"${target.minion}": true}]}`);
    expect(reply.headerValues('Set-Cookie')).toEqual([]);
  },
);

requirement(
  'cherrypy.run-url.none',
  {
    level: 'must',
    text: 'POST /run without credentials in the chunk answers 401 and says so.',
    source: source,
  },
  async ({ target }) => {
    const reply = await target.post('/run', [PING]);
    expect(reply.status).toBe(401);
    expect(reply.body).toContain('<p>No authentication credentials given</p>');
  },
);

requirement(
  'cherrypy.run-url.session-ignored',
  { level: 'must', text: 'A session in the header is nothing to POST /run.', source: source },
  async ({ target }) => {
    const reply = await target.post('/run', [PING], [await target.auth()]);
    expect(reply.status).toBe(401);
    expect(reply.body).toContain('<p>No authentication credentials given</p>');
  },
);

requirement(
  'cherrypy.run-url.wrong-password',
  {
    level: 'must',
    text: 'POST /run with a wrong password answers 401 with the text of the local client.',
    source: source,
    needs: ['own login'],
  },
  async ({ target }) => {
    needPasswords(target);
    const wrong = { ...target.credentials, password: 'certainly wrong' };
    const reply = await target.post('/run', [{ ...PING, ...wrong }]);
    expect(reply.status).toBe(401);
    expect(reply.body).toContain('<p>Authentication error occurred.</p>');
  },
);

requirement(
  'cherrypy.run-url.wrong-password-runner',
  {
    level: 'should',
    text: 'POST /run with a wrong password for a runner answers 401 and names the user.',
    source: { observed: EVERY_LINE },
    needs: ['own login'],
  },
  async ({ target }) => {
    needPasswords(target);
    const wrong = { ...target.credentials, password: 'certainly wrong' };
    const reply = await target.post('/run', [{ client: 'runner', fun: 'test.arg', ...wrong }]);
    expect(reply.status).toBe(401);
    expect(reply.body).toContain(
      `<p>Authentication failure of type "eauth" occurred for user ${wrong.username}.</p>`,
    );
  },
);

requirement(
  'cherrypy.run-url.runner',
  {
    level: 'must',
    text: 'POST /run runs runner functions for the credentials in the chunk.',
    source: source,
    needs: ['own login', 'runner'],
  },
  async ({ target }) => {
    const chunk = { client: 'runner', fun: 'test.metasyntactic', locality: 'uk' };
    const reply = await target.post('/run', [{ ...chunk, ...target.credentials }]);
    expect(reply.body).toBe('{"return": [["wibble", "wobble", "wubble", "flob"]]}');
  },
);

requirement(
  'cherrypy.run-url.token-not-hex',
  {
    level: 'should',
    text: 'A token in a chunk of POST /run that is no hexadecimal text answers 401 Invalid token.',
    source: { observed: EVERY_LINE },
  },
  async ({ target }) => {
    for (const token of ['zz', '', null, 5]) {
      const reply = await target.post('/run', [{ ...PING, token }]);
      expect(reply.status).toBe(401);
      expect(reply.body).toContain('<p>Invalid token</p>');
    }
  },
);

requirement(
  'cherrypy.run-url.token-unknown',
  {
    level: 'should',
    text: 'A hexadecimal token that nobody has, prefixed with 0x too, answers 401 with the text of the local client.',
    source: { observed: EVERY_LINE },
  },
  async ({ target }) => {
    for (const token of ['12', '0x12']) {
      const reply = await target.post('/run', [{ ...PING, token }]);
      expect(reply.status).toBe(401);
      expect(reply.body).toContain('<p>Authentication error occurred.</p>');
    }
  },
);

requirement(
  'cherrypy.run-url.session-as-token',
  { level: 'must', text: 'The id of a session is no token for POST /run.', source: source },
  async ({ target }) => {
    const [, token] = await target.auth();
    const reply = await target.post('/run', [{ ...PING, token }]);
    expect(reply.status).toBe(401);
    expect(reply.body).toContain('<p>Authentication error occurred.</p>');
  },
);

requirement(
  'cherrypy.run-url.token-first',
  {
    level: 'should',
    text: 'Where a chunk of POST /run has a token and credentials, the token decides.',
    source: { observed: EVERY_LINE },
    needs: ['own login'],
  },
  async ({ target }) => {
    const reply = await target.post('/run', [{ ...PING, token: '12', ...target.credentials }]);
    expect(reply.status).toBe(401);
    expect(reply.body).toContain('<p>Authentication error occurred.</p>');
  },
);

requirement(
  'cherrypy.run-url.nothing',
  {
    level: 'should',
    text: 'POST /run with an empty list answers 200 and an empty list, whoever asks.',
    source: { observed: EVERY_LINE },
  },
  async ({ target }) => {
    const reply = await target.post('/run', []);
    expect(reply.status).toBe(200);
    expect(reply.body).toBe('{"return": []}');
  },
);

requirement(
  'cherrypy.run-url.get',
  {
    level: 'should',
    text: 'GET /run answers the welcome document.',
    source: { observed: EVERY_LINE },
  },
  async ({ target }) => {
    const reply = await target.get('/run');
    expect(reply.status).toBe(200);
    target.shape(reply, 'welcome');
  },
);
