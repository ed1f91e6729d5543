import { expect } from '@playwright/test';
import { EVERY_LINE, requirement } from '../requirement.ts';
import { expectErrorPage } from './error-page.ts';

const source = { observed: EVERY_LINE };

const NO_MATCH = 'Nothing matches the given URI';

/** Ways to write the path of a resource, by the end of the requirement's id: the path, what it leads to, in words. */
const SAME: Readonly<Record<string, readonly [path: string, like: string, words: string]>> = {
  index: ['/index', '/', '/index is /'],
  'index-slash': ['/index/', '/', '/index/ is /'],
  'trailing-slash': ['/login/', '/login', 'A slash at the end of /login changes nothing'],
  'inner-slashes': ['/login//', '/login', 'Several slashes count as one'],
  encoded: ['/%6Cogin', '/login', 'An encoded letter is that letter'],
  'empty-query': ['/login?', '/login', 'An empty query is none'],
};

for (const [name, [path, like, words]] of Object.entries(SAME)) {
  requirement(
    `cherrypy.paths.same-${name}`,
    { level: 'should', text: `${words}.`, source },
    async ({ target }) => {
      const reply = await target.get(path);
      const plain = await target.get(like);
      expect(reply.status).toBe(200);
      expect(reply.body).toBe(plain.body);
      expect(reply.header('Allow')).toBe(plain.header('Allow'));
    },
  );
}

/** Paths that lead nowhere, by the end of the requirement's id: the path, and how the page quotes it. */
const UNKNOWN: Readonly<Record<string, readonly [path: string, quoted: string, words: string]>> = {
  plain: ['/no/such', '/no/such', 'A path that leads nowhere is quoted in a page for 404'],
  case: ['/LOGIN', '/LOGIN', 'Case counts in paths'],
  extension: ['/login.json', '/login.json', 'A resource has no extensions'],
  encoded: ['/no%20such/%c3%a4', '/no such/ä', 'The page quotes an unknown path decoded, as UTF-8'],
  html: [
    '/%3Cb%3E&"',
    '/&lt;b&gt;&amp;"',
    'What is HTML in an unknown path is escaped, quotes are not',
  ],
  slashes: ['/no//such', '/no/such', 'The page quotes an unknown path with single slashes'],
  'encoded-slash': [
    '/login%2Fx',
    '/login%2Fx',
    'An encoded slash ends no segment, and is quoted as it came',
  ],
  query: ['/no/such?a=b', '/no/such', 'The page quotes an unknown path without its query'],
};

for (const [name, [path, quoted, words]] of Object.entries(UNKNOWN)) {
  requirement(
    `cherrypy.paths.unknown-${name}`,
    { level: 'should', text: `${words}.`, source },
    async ({ target }) => {
      const reply = await target.get(path);
      expectErrorPage(reply, 404, `The path '${quoted}' was not found.`);
      expect(reply.header('Allow')).toBeUndefined();
      expect(reply.headerValues('Set-Cookie')).toEqual([]);
    },
  );
}

/** Known resources that take no such segment or parameter, by the end of the requirement's id. */
const NO_SUCH_ARGUMENT: Readonly<Record<string, string>> = {
  '/?x=1': 'root-query',
  '/?x': 'root-query-without-value',
  '/?1,2': 'root-query-numbers',
  '/login?a=b': 'login-query',
  '/login/x': 'login-segment',
  '/run/x': 'run-segment',
  '/token/x': 'token-segment',
  '/login/index/x': 'login-segments',
};

for (const [path, name] of Object.entries(NO_SUCH_ARGUMENT)) {
  requirement(
    `cherrypy.paths.argument-${name}`,
    {
      level: 'should',
      text: `GET ${path} answers 404 and says that nothing matches, since the resource is there but takes no such argument; Allow names its methods.`,
      source,
    },
    async ({ target }) => {
      const reply = await target.get(path);
      expectErrorPage(reply, 404, NO_MATCH);
      expect(reply.header('Allow')).toBe('GET, HEAD, POST');
    },
  );
}

requirement(
  'cherrypy.paths.query-semicolon',
  {
    level: 'may',
    text: 'A semicolon parts parameters too: GET /minions?mid=<nobody>;x=1 is refused with 404 for the x.',
    source,
  },
  async ({ target }) => {
    const nobody = target.unique('nobody');
    const reply = await target.authed.get(`/minions?mid=${nobody};x=1`);
    expectErrorPage(reply, 404, NO_MATCH);
  },
);

requirement(
  'cherrypy.paths.query-repeats-segment',
  {
    level: 'should',
    text: 'A parameter that a segment has given already is refused with 404.',
    source,
  },
  async ({ target }) => {
    const nobody = target.unique('nobody');
    expectErrorPage(await target.authed.get(`/minions/${nobody}?mid=x`), 404, NO_MATCH);
  },
);

requirement(
  'cherrypy.paths.query-not-utf8',
  {
    level: 'should',
    text: 'A query whose escapes are no UTF-8 is refused with 404 and words of its own.',
    source,
  },
  async ({ target }) => {
    expectErrorPage(
      await target.get('/?x=%ff'),
      404,
      "The given query string could not be processed. Query strings for this resource must be encoded with 'utf8'.",
    );
  },
);

requirement(
  'cherrypy.paths.post-ignores-query',
  {
    level: 'should',
    text: 'POST /run reads nothing from its query.',
    source,
  },
  async ({ target }) => {
    const reply = await target.post('/run?client=local&x=1', []);
    expect(reply.status).toBe(200);
    expect(reply.body).toBe('{"return": []}');
  },
);

requirement(
  'cherrypy.paths.post-segment',
  {
    level: 'should',
    text: 'POST /minions/<id> answers 404 and says that nothing matches.',
    source,
  },
  async ({ target }) => {
    expectErrorPage(await target.authed.post('/minions/x', []), 404, NO_MATCH);
  },
);
