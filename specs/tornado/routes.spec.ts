import { expect } from '@playwright/test';
import { EVERY_LINE, requirement } from '../requirement.ts';
import { expectErrorPage } from './error-page.ts';
import { expectSentToLogin } from './sign-in.ts';

const observed = { observed: EVERY_LINE };

/** Paths that nothing answers, by the end of the requirement's id: of rest_cherrypy, and misspelt ones. */
const ABSENT: Readonly<Record<string, string>> = {
  logout: '/logout',
  keys: '/keys',
  stats: '/stats',
  token: '/token',
  app: '/app',
  static: '/static/app.js',
  ws: '/ws',
  favicon: '/favicon.ico',
  'login-slash': '/login/',
  'run-slash': '/run/',
  'events-slash': '/events/',
  'double-slash': '//',
  'hook-longer': '/hookx',
  'minions-longer': '/minionsx',
  case: '/Login',
  encoded: '/%6cogin',
};

for (const [name, path] of Object.entries(ABSENT)) {
  requirement(
    `tornado.routes.no-${name}`,
    {
      level: 'should',
      text: `GET ${path} is answered with 404: there is no such path.`,
      source: observed,
    },
    async ({ target }) => expectErrorPage(await target.get(path), 404),
  );
}

requirement(
  'tornado.routes.no-events-with-token',
  {
    level: 'should',
    text: 'GET /events/<token> is answered with 404, though the documentation has it.',
    source: observed,
  },
  async ({ target }) => {
    const [, token] = await target.auth();
    expectErrorPage(await target.get(`/events/${token}`), 404);
  },
);

requirement(
  'tornado.routes.absent-for-all',
  {
    level: 'should',
    text: 'A path that is not there is 404 whatever the method, if it is one that Tornado knows.',
    source: observed,
  },
  async ({ target }) => {
    for (const method of ['POST', 'PUT', 'DELETE', 'OPTIONS', 'PATCH'])
      expectErrorPage(await target.send({ method, path: '/nonesuch' }), 404);
  },
);

requirement(
  'tornado.routes.query',
  {
    level: 'should',
    text: 'A query is no part of a path: GET /login?a=b is answered as GET /login is.',
    source: observed,
  },
  async ({ target }) => {
    expect((await target.get('/login?a=b')).status).toBe(401);
    expect((await target.get('/?a=b')).body).toBe((await target.get('/')).body);
  },
);

for (const path of ['/minions/', '/jobs/', '/minions/nonesuch', '/jobs/nonesuch']) {
  const name = path.slice(1).replace(/\/$/, '-slash').replace('/', '-');
  requirement(
    `tornado.routes.${name}`,
    {
      level: 'should',
      text: `There is ${path}: who has not signed in is sent from there to /login.`,
      source: observed,
    },
    async ({ target }) => expectSentToLogin(await target.get(path)),
  );
}

/** Methods that take no part of the path, or no less, by the end of the requirement's id. */
const MISFITS: Readonly<Record<string, readonly [method: string, path: string]>> = {
  'post-minion': ['POST', '/minions/web1'],
  'post-minions-slash': ['POST', '/minions/'],
  'post-job': ['POST', '/jobs/20260101000000000000'],
  'post-jobs-slash': ['POST', '/jobs/'],
  'get-hook': ['GET', '/hook'],
  'get-hook-below': ['GET', '/hook/a'],
};

for (const [name, [method, path]] of Object.entries(MISFITS)) {
  requirement(
    `tornado.routes.${name}`,
    {
      level: 'should',
      text: `${method} ${path} is a 500, signed in or not: the method is called with an argument that it does not take.`,
      source: observed,
    },
    async ({ target }) => {
      expectErrorPage(await target.send({ method, path }), 500);
      expectErrorPage(await target.send({ method, path, headers: [await target.auth()] }), 500);
    },
  );
}
