import { expect } from '@playwright/test';
import type { Header } from '../../report/result.ts';
import { EVERY_LINE, requirement } from '../requirement.ts';
import type { Reply } from '../target/reply.ts';
import type { Target } from '../target/target.ts';
import type { Chunk } from '../target/user.ts';
import { expectErrorPage } from './error-page.ts';
import { expectCleared, logOut } from './log-out.ts';
import { expectUsed, NO_PERMISSION, sessionOf, tokenHeader, use } from './session.ts';

const documented = {
  documented: 'Salt master configuration, token_expire_user_override',
  observed: EVERY_LINE,
};
const observed = { observed: EVERY_LINE };
const needs = ['own login', 'token expire override'] as const;

/** A session whose Salt token has just died. */
async function expiredSession(target: Target): Promise<string> {
  const id = await target.freshSession({ token_expire: 1 });
  await target.passes(2);
  return id;
}

function run(target: Target, id: string, chunk: Chunk): Promise<Reply> {
  return target.post('/', [chunk], [tokenHeader(id)]);
}

/** A command that nobody runs. */
function idle(target: Target): Chunk {
  return { client: 'local', tgt: target.unique('nobody'), fun: 'test.ping' };
}

requirement(
  'cherrypy.token-life.asked',
  {
    level: 'must',
    text: 'token_expire of a log-in sets how many seconds its token lives.',
    source: documented,
    needs,
  },
  async ({ target }) => {
    const reply = await target.login({ ...target.credentials, token_expire: 77 });
    const [{ start, expire }] = target.shape(reply, 'login').return;
    expect(Math.abs(expire - start - 77)).toBeLessThan(0.5);
  },
);

for (const [name, asked] of [
  ['zero', 0],
  ['negative', -5],
] as const) {
  requirement(
    `cherrypy.token-life.${name}`,
    {
      level: 'may',
      text: `A log-in that asks for ${asked} seconds succeeds, and its token is dead at once.`,
      source: observed,
      needs,
    },
    async ({ target }) => {
      const reply = await target.login({ ...target.credentials, token_expire: asked });
      const [{ start, expire }] = target.shape(reply, 'login').return;
      expect(Math.abs(expire - start - asked)).toBeLessThan(0.5);
      const refused = await run(target, sessionOf(reply), idle(target));
      expectErrorPage(refused, 401, 'Authentication error occurred.');
    },
  );
}

for (const [name, asked] of [
  ['text', '60'],
  ['null', null],
  ['list', [60]],
] as const) {
  requirement(
    `cherrypy.token-life.${name}`,
    {
      level: 'should',
      text: `A log-in whose token_expire is ${JSON.stringify(asked)} is refused with 401, good credentials or not.`,
      source: observed,
      needs,
    },
    async ({ target }) => {
      const reply = await target.post('/login', { ...target.credentials, token_expire: asked });
      expectErrorPage(reply, 401, 'Could not authenticate using provided credentials');
    },
  );
}

requirement(
  'cherrypy.token-life.session-outlives',
  {
    level: 'should',
    text: 'A session outlives its Salt token: what does not ask the master is answered as before.',
    source: observed,
    needs,
  },
  async ({ target }) => {
    const id = await expiredSession(target);
    expectUsed(await use(target, tokenHeader(id)));
    expect((await target.get('/stats', [tokenHeader(id)])).status).toBe(200);
  },
);

/** What the clients that ask the master say to a session whose Salt token has died, by their name in the id. */
const REFUSALS: Readonly<Record<string, readonly [chunk: Chunk, message: string]>> = {
  local: [{ client: 'local', tgt: '*', fun: 'test.ping' }, 'Authentication error occurred.'],
  'local-async': [
    { client: 'local_async', tgt: '*', fun: 'test.ping' },
    'Authentication error occurred.',
  ],
  runner: [
    { client: 'runner', fun: 'test.arg' },
    'Authentication failure of type "token" occurred.',
  ],
  'runner-async': [
    { client: 'runner_async', fun: 'test.arg' },
    'Authentication failure of type "token" occurred.',
  ],
  wheel: [
    { client: 'wheel', fun: 'key.list_all' },
    'Authentication failure of type "token" occurred.',
  ],
};

for (const [name, [chunk, message]] of Object.entries(REFUSALS)) {
  requirement(
    `cherrypy.token-life.expired-${name}`,
    {
      level: 'should',
      text: `Once its Salt token has died, a session's ${name.replace('-', '_')} commands are refused with 401: ${message.replace(/\.$/, '')}.`,
      source: observed,
      needs,
    },
    async ({ target }) => {
      const id = await expiredSession(target);
      expectErrorPage(await run(target, id, chunk), 401, message);
    },
  );
}

/** What URLs that ask the master say to such a session. */
const URLS: Readonly<Record<string, string>> = {
  '/minions': 'Authentication error occurred.',
  '/jobs': 'Authentication failure of type "token" occurred.',
  '/keys': 'Authentication failure of type "token" occurred.',
  '/events': NO_PERMISSION,
};

for (const [path, message] of Object.entries(URLS)) {
  requirement(
    `cherrypy.token-life.expired-${path.slice(1)}`,
    {
      level: 'should',
      text: `Once its Salt token has died, GET ${path} in the session is refused with 401.`,
      source: observed,
      needs,
    },
    async ({ target }) => {
      const id = await expiredSession(target);
      expectErrorPage(await target.get(path, [tokenHeader(id)]), 401, message);
    },
  );
}

requirement(
  'cherrypy.token-life.log-in-again',
  {
    level: 'should',
    text: 'A log-in that carries a session whose Salt token has died brings it back to life.',
    source: observed,
    needs,
  },
  async ({ target }) => {
    const id = await expiredSession(target);
    const header: Header = tokenHeader(id);
    expect(sessionOf(await target.login(target.credentials, [header]))).toBe(id);
    expect((await run(target, id, idle(target))).body).toBe('{"return": [{}]}');
  },
);

requirement(
  'cherrypy.token-life.log-out',
  {
    level: 'should',
    text: 'A session whose Salt token has died can still be logged out.',
    source: observed,
    needs,
  },
  async ({ target }) => expectCleared(target, await logOut(target, await expiredSession(target))),
);
