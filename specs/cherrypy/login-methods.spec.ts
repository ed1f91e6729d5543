import { expect } from '@playwright/test';
import { EVERY_LINE, requirement } from '../requirement.ts';
import { expectErrorPage } from './error-page.ts';
import { expectHeaders } from './header-order.ts';
import { sessionOf, tokenHeader } from './session.ts';

const documented = { documented: 'rest_cherrypy, Login.GET', observed: EVERY_LINE };
const observed = { observed: EVERY_LINE };

const WELCOME = '{"status": null, "return": "Please log in"}';

requirement(
  'cherrypy.login.welcome',
  {
    level: 'must',
    text: 'GET /login answers 200, asks to log in, and names the session scheme.',
    source: documented,
  },
  async ({ target }) => {
    const reply = await target.get('/login');
    expect(reply.status).toBe(200);
    expect(reply.body).toBe(WELCOME);
    target.shape(reply, 'login-welcome');
    expect(reply.header('Www-Authenticate')).toBe('Session');
  },
);

requirement(
  'cherrypy.login.welcome-headers',
  {
    level: 'should',
    text: 'GET /login sends Www-Authenticate between the CORS headers and Vary, and sets a cookie.',
    source: observed,
  },
  async ({ target }) => {
    const reply = await target.get('/login');
    expectHeaders(reply, ['Www-Authenticate', 'Vary', 'Content-Length', 'Set-Cookie']);
  },
);

requirement(
  'cherrypy.login.welcome-yaml',
  {
    level: 'should',
    text: 'GET /login answers YAML where it is asked for.',
    source: observed,
  },
  async ({ target }) => {
    const reply = await target.get('/login', [['Accept', 'application/x-yaml']]);
    expect(reply.header('Content-Type')).toBe('application/x-yaml');
    expect(reply.body).toBe('return: Please log in\nstatus: null\n');
  },
);

requirement(
  'cherrypy.login.head',
  {
    level: 'should',
    text: 'HEAD /login answers as GET does, without the body.',
    source: observed,
  },
  async ({ target }) => {
    const head = await target.send({ method: 'HEAD', path: '/login' });
    expect(head.status).toBe(200);
    expect(head.header('Content-Length')).toBe(String(WELCOME.length));
    expect(head.header('Www-Authenticate')).toBe('Session');
    expect(head.body).toBe('');
  },
);

requirement(
  'cherrypy.login.welcome-session',
  {
    level: 'should',
    text: 'The session id that GET /login sets is not logged in.',
    source: observed,
  },
  async ({ target }) => {
    const id = sessionOf(await target.get('/login'));
    expect((await target.post('/', [], [tokenHeader(id)])).status).toBe(401);
  },
);

for (const method of ['PUT', 'PATCH', 'DELETE', 'TRACE'] as const) {
  requirement(
    `cherrypy.login.${method.toLowerCase()}`,
    {
      level: 'should',
      text: `${method} /login is answered with 405 and the methods that are allowed.`,
      source: observed,
    },
    async ({ target }) => {
      const hasBody = method === 'PUT' || method === 'PATCH';
      const reply = await target.send({
        method,
        path: '/login',
        ...(hasBody && { headers: [['Content-Type', 'application/json']], body: '{}' }),
      });
      expectErrorPage(reply, 405, 'Specified method is invalid for this resource');
      expect(reply.header('Allow')).toBe('GET, HEAD, POST');
    },
  );
}

for (const [name, path] of [
  ['get-query', '/login?a=b'],
  ['get-segment', '/login/x'],
] as const) {
  requirement(
    `cherrypy.login.${name}`,
    {
      level: 'should',
      text: `GET ${path} is answered with 404 Nothing matches the given URI.`,
      source: observed,
    },
    async ({ target }) => {
      expectErrorPage(await target.get(path), 404, 'Nothing matches the given URI');
    },
  );
}

requirement(
  'cherrypy.login.slash',
  {
    level: 'must',
    text: 'A slash at the end of /login makes no difference, and there is no redirect.',
    source: { observed: EVERY_LINE, client: ['npm salt-api'] },
  },
  async ({ target }) => {
    const reply = await target.get('/login/');
    expect(reply.status).toBe(200);
    expect(reply.body).toBe(WELCOME);
  },
);

requirement(
  'cherrypy.login.case',
  { level: 'should', text: 'Paths are case-sensitive: /Login is unknown.', source: observed },
  async ({ target }) => {
    expectErrorPage(await target.get('/Login'), 404, "The path '/Login' was not found.");
  },
);
