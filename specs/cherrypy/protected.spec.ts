import { expect } from '@playwright/test';
import type { Header } from '../../report/result.ts';
import { EVERY_LINE, requirement } from '../requirement.ts';
import type { Target } from '../target/target.ts';
import { expectErrorPage } from './error-page.ts';
import { NO_PERMISSION, sessionOf, tokenHeader, UNKNOWN_SESSION } from './session.ts';

const documented = {
  documented: 'rest_cherrypy: status 401 is "authentication required"',
  observed: EVERY_LINE,
};
const observed = { observed: EVERY_LINE };

const JSON_TYPE: Header = ['Content-Type', 'application/json'];

/** What needs a session, by the end of the requirement's id: method, path and the words of the refusal. */
const PROTECTED: Readonly<Record<string, readonly [method: string, path: string, words?: string]>> =
  {
    'post-root': ['POST', '/'],
    'get-minions': ['GET', '/minions'],
    'get-minion': ['GET', '/minions/web1'],
    'post-minions': ['POST', '/minions'],
    'put-minions': ['PUT', '/minions'],
    'get-jobs': ['GET', '/jobs'],
    'get-job': ['GET', '/jobs/20260101000000000000'],
    'post-jobs': ['POST', '/jobs'],
    'get-stats': ['GET', '/stats'],
    'post-logout': ['POST', '/logout'],
    'delete-logout': ['DELETE', '/logout'],
    'get-keys': ['GET', '/keys', 'No authentication credentials given'],
    'get-key': ['GET', '/keys/web1', 'No authentication credentials given'],
    'get-events': ['GET', '/events'],
    'get-hook': ['GET', '/hook'],
    'post-hook': ['POST', '/hook/a/b'],
  };

for (const [name, [method, path, words = NO_PERMISSION]] of Object.entries(PROTECTED)) {
  requirement(
    `cherrypy.protected.${name}`,
    {
      level: 'must',
      text: `${method} ${path} without a session is refused with 401 and the page that says so, and so with a session id that nobody was given.`,
      source: documented,
    },
    async ({ target }) => {
      const anonymous = await ask(target, method, path);
      expectErrorPage(anonymous, 401, words);
      expect(anonymous.header('Cache-Control')).toBeUndefined();
      const invented = await ask(target, method, path, [tokenHeader(UNKNOWN_SESSION)]);
      expectErrorPage(invented, 401, words);
      expect(sessionOf(invented)).not.toBe(UNKNOWN_SESSION);
    },
  );
}

function ask(target: Target, method: string, path: string, headers: readonly Header[] = []) {
  const hasBody = method === 'POST' || method === 'PUT';
  return target.send({
    method,
    path,
    headers: [...headers, ...(hasBody ? [JSON_TYPE] : [])],
    ...(hasBody && { body: '{}' }),
  });
}

requirement(
  'cherrypy.protected.before-body',
  {
    level: 'should',
    text: 'A missing session is told before a broken body or an unknown content type.',
    source: observed,
  },
  async ({ target }) => {
    for (const type of ['application/json', 'image/png']) {
      const reply = await target.post('/', '{', [['Content-Type', type]]);
      expectErrorPage(reply, 401, NO_PERMISSION);
    }
  },
);

requirement(
  'cherrypy.protected.no-scheme',
  {
    level: 'should',
    text: 'A refusal for want of a session names no scheme to log in with, and is HTML even where JSON alone is accepted.',
    source: observed,
  },
  async ({ target }) => {
    const reply = await target.get('/minions', [['Accept', 'application/json']]);
    expectErrorPage(reply, 401, NO_PERMISSION);
    expect(reply.header('Www-Authenticate')).toBeUndefined();
  },
);
