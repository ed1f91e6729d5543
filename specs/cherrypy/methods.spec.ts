import { expect } from '@playwright/test';
import type { Header } from '../../report/result.ts';
import { EVERY_LINE, requirement } from '../requirement.ts';
import type { Reply } from '../target/reply.ts';
import type { Target } from '../target/target.ts';
import { CRASHED, expectErrorPage } from './error-page.ts';
import { headerNames } from './header-order.ts';
import { NO_PERMISSION } from './session.ts';

const source = { observed: EVERY_LINE };

const REFUSED = 'Specified method is invalid for this resource';

/** Methods that no resource has; the last is nobody's. */
const OTHER_METHODS = ['PUT', 'PATCH', 'DELETE', 'TRACE', 'FOO'];

interface ResourceFacts {
  readonly path: string;
  /** Undefined where nothing is known of methods, as of a path that leads nowhere. */
  readonly allow: string | undefined;
  /** What other methods come to without a session. */
  readonly other: 401 | 404 | 405;
  /** What a preflight comes to: where sessions are on, Salt stumbles over its own. */
  readonly options: 200 | 500;
}

/** The matrix of methods, by the end of the requirement's id (rest-cherrypy §1.1). */
const RESOURCES: Readonly<Record<string, ResourceFacts>> = {
  root: { path: '/', allow: 'GET, HEAD, POST', other: 405, options: 500 },
  login: { path: '/login', allow: 'GET, HEAD, POST', other: 405, options: 500 },
  logout: { path: '/logout', allow: 'GET, HEAD, POST', other: 401, options: 500 },
  minions: { path: '/minions', allow: 'GET, HEAD, POST', other: 401, options: 500 },
  jobs: { path: '/jobs', allow: 'GET, HEAD, POST', other: 401, options: 500 },
  keys: { path: '/keys', allow: 'GET, HEAD, POST', other: 405, options: 500 },
  token: { path: '/token', allow: 'GET, HEAD, POST', other: 405, options: 500 },
  run: { path: '/run', allow: 'GET, HEAD, POST', other: 405, options: 200 },
  events: { path: '/events', allow: 'GET, HEAD', other: 405, options: 500 },
  hook: { path: '/hook', allow: 'POST', other: 401, options: 500 },
  stats: { path: '/stats', allow: 'GET, HEAD', other: 401, options: 500 },
  unknown: { path: '/no/such/resource', allow: undefined, other: 404, options: 200 },
};

for (const [name, facts] of Object.entries(RESOURCES)) {
  const { path, allow, other, options } = facts;
  const named = allow === undefined ? 'no method is named' : `Allow names ${allow}`;

  requirement(
    `cherrypy.methods.other-${name}`,
    {
      level: 'should',
      text: `PUT, PATCH, DELETE, TRACE and methods that do not exist are refused with ${other} on ${path} without a session; ${named}.`,
      source,
    },
    async ({ target }) => {
      for (const method of OTHER_METHODS) {
        const reply = await ask(target, method, path);
        const message = {
          401: NO_PERMISSION,
          404: `The path '${path}' was not found.`,
          405: REFUSED,
        };
        expectErrorPage(reply, other, message[other]);
        expect(reply.header('Allow')).toBe(allow);
      }
    },
  );

  requirement(
    `cherrypy.methods.options-${name}`,
    {
      level: options === 200 ? 'should' : 'may',
      text:
        options === 200
          ? `OPTIONS ${path} answers 200 with an empty body and no cookie; ${named}.`
          : `OPTIONS ${path} crashes with the HTML page for 500 and sets no cookie, since Salt touches a session that is not there yet; ${named}.`,
      source,
    },
    async ({ target }) => {
      const reply = await target.send({ method: 'OPTIONS', path });
      if (options === 500) expectErrorPage(reply, 500, CRASHED);
      else expectEmpty(reply);
      expect(reply.header('Allow')).toBe(allow);
      expect(reply.headerValues('Set-Cookie')).toEqual([]);
    },
  );
}

function expectEmpty(reply: Reply): void {
  expect(reply.status).toBe(200);
  expect(reply.body).toBe('');
  expect(reply.header('Content-Type')).toBe('text/html');
  expect(reply.header('Content-Length')).toBe('0');
}

for (const name of ['logout', 'minions', 'jobs', 'hook', 'stats']) {
  const { path, allow } = RESOURCES[name] ?? {};
  if (path === undefined) continue;
  requirement(
    `cherrypy.methods.other-${name}-with-session`,
    {
      level: 'should',
      text: `PUT, PATCH, DELETE, TRACE and methods that do not exist are refused with 405 on ${path} with a session, and the answer is private.`,
      source,
    },
    async ({ target }) => {
      const auth = await target.auth();
      for (const method of OTHER_METHODS) {
        const reply = await ask(target, method, path, [auth]);
        expectErrorPage(reply, 405, REFUSED);
        expect(reply.header('Allow')).toBe(allow);
        expect(reply.header('Cache-Control')).toBe('private');
      }
    },
  );
}

/** Where a HEAD is tried: by the end of the requirement's id, the path and the status. */
const HEADS: Readonly<Record<string, readonly [path: string, status: number]>> = {
  root: ['/', 200],
  login: ['/login', 200],
  run: ['/run', 200],
  token: ['/token', 200],
  logout: ['/logout', 500],
  unknown: ['/no/such/resource', 404],
  query: ['/?unknown=1', 404],
};

for (const [name, [path, status]] of Object.entries(HEADS)) {
  requirement(
    `cherrypy.methods.head-${name}`,
    {
      level: 'should',
      text: `HEAD ${path} answers ${status} with the headers of a GET, its length too, and no body.`,
      source,
    },
    async ({ target }) => {
      const head = await target.send({ method: 'HEAD', path });
      const got = await target.get(path);
      expect(head.status).toBe(status);
      expect(got.status).toBe(status);
      expect(head.bytes.length).toBe(0);
      expect(head.header('Content-Length')).toBe(String(got.bytes.length));
      expect(headerNames(head)).toEqual(headerNames(got));
    },
  );
}

requirement(
  'cherrypy.methods.head-hook',
  {
    level: 'should',
    text: 'HEAD is refused with 405 where GET is, on /hook with a session.',
    source,
  },
  async ({ target }) => {
    const reply = await target.send({
      method: 'HEAD',
      path: '/hook',
      headers: [await target.auth()],
    });
    expect(reply.status).toBe(405);
    expect(reply.header('Allow')).toBe('POST');
  },
);

requirement(
  'cherrypy.methods.lower-case',
  {
    level: 'should',
    text: 'A method in lower case is refused in plain text with 400, and the connection ends.',
    source,
  },
  async ({ target }) => {
    const { reply, isClosed } = await target.sendBytes('get / HTTP/1.1\r\nHost: here\r\n\r\n');
    expect(reply?.status).toBe(400);
    expect(reply?.body).toBe(
      'Malformed method name: According to RFC 2616 (section 5.1.1) and its successors RFC 7230 (section 3.1.1) and RFC 7231 (section 4.1) method names are case-sensitive and uppercase.',
    );
    expect(isClosed).toBe(true);
  },
);

requirement(
  'cherrypy.methods.favicon',
  {
    level: 'may',
    text: '/favicon.ico, unless configured, refuses every method but OPTIONS with 405, and Allow is there and empty.',
    source,
  },
  async ({ target }) => {
    for (const method of ['GET', 'HEAD', 'POST', 'PUT']) {
      const reply = await ask(target, method, '/favicon.ico');
      expect(reply.status).toBe(405);
      expect(reply.headerValues('Allow')).toEqual(['']);
    }
  },
);

function ask(target: Target, method: string, path: string, headers: readonly Header[] = []) {
  if (!['POST', 'PUT', 'PATCH'].includes(method)) return target.send({ method, path, headers });
  return target.send({
    method,
    path,
    headers: [...headers, ['Content-Type', 'application/json']],
    body: '[]',
  });
}
