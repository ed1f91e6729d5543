import { EVERY_LINE, requirement } from '../requirement.ts';
import type { Header } from '../../report/result.ts';
import { expectErrorPage } from './error-page.ts';
import { expectSentToLogin } from './sign-in.ts';

const observed = { observed: EVERY_LINE };

const JSON_TYPE: Header = ['Content-Type', 'application/json'];
const XML_TYPE: Header = ['Content-Type', 'application/xml'];
const HTML_ONLY: Header = ['Accept', 'text/html'];

interface Request {
  readonly method: string;
  readonly path: string;
  readonly headers?: readonly Header[];
  readonly body?: string;
}

/** Requests that are wrong in several ways, and which error wins, by the end of the requirement's id. */
const RULES: Readonly<Record<string, readonly [text: string, request: Request, status: number]>> = {
  'unknown-method-before-path': [
    'A method that nobody knows is told before a path that is not there',
    { method: 'PROPFIND', path: '/nonesuch' },
    405,
  ],
  'path-before-method': [
    'A path that is not there is told before a method that it could not have',
    { method: 'PUT', path: '/nonesuch' },
    404,
  ],
  'path-before-accept': [
    'A path that is not there is told before an Accept that nobody satisfies',
    { method: 'GET', path: '/nonesuch', headers: [HTML_ONLY] },
    404,
  ],
  'path-before-body': [
    'A path that is not there is told before broken JSON',
    { method: 'POST', path: '/nonesuch', headers: [JSON_TYPE], body: '{' },
    404,
  ],
  'unknown-method-before-accept': [
    'A method that nobody knows is told before an Accept that nobody satisfies',
    { method: 'PROPFIND', path: '/', headers: [HTML_ONLY] },
    405,
  ],
  'accept-before-method': [
    'An Accept that nobody satisfies is told before a method that the path does not have',
    { method: 'PUT', path: '/', headers: [HTML_ONLY] },
    406,
  ],
  'body-before-method': [
    'Broken JSON is told before a method that the path does not have',
    { method: 'PUT', path: '/', headers: [JSON_TYPE], body: '{' },
    400,
  ],
  'accept-before-body': [
    'An Accept that nobody satisfies is told before broken JSON',
    { method: 'POST', path: '/', headers: [HTML_ONLY, JSON_TYPE], body: '{' },
    406,
  ],
  'type-before-token': [
    'A type that nobody reads is told before a missing token',
    { method: 'POST', path: '/', headers: [XML_TYPE], body: '<a/>' },
    406,
  ],
  'body-before-token': [
    'Broken JSON is told before a missing token',
    { method: 'POST', path: '/hook', headers: [JSON_TYPE], body: '{' },
    400,
  ],
  'body-before-arguments': [
    'Broken JSON is told before a part of the path that the method does not take',
    { method: 'POST', path: '/minions/web1', headers: [JSON_TYPE], body: '{' },
    400,
  ],
  'arguments-before-token': [
    'A part of the path that the method does not take is told before a missing token',
    { method: 'POST', path: '/jobs/1', headers: [JSON_TYPE], body: '[]' },
    500,
  ],
  'body-before-preflight': [
    'Broken JSON is told before the answer to a preflight',
    { method: 'OPTIONS', path: '/', headers: [JSON_TYPE], body: '{' },
    400,
  ],
};

for (const [name, [text, request, status]] of Object.entries(RULES)) {
  requirement(
    `tornado.order-of-checks.${name}`,
    { level: 'should', text: `${text}: ${status}.`, source: observed },
    async ({ target }) => expectErrorPage(await target.send(request), status),
  );
}

requirement(
  'tornado.order-of-checks.token-before-client',
  {
    level: 'should',
    text: 'A missing token is told before a client that there is not: 302.',
    source: observed,
  },
  async ({ target }) => {
    for (const path of ['/', '/minions', '/jobs', '/events'])
      expectSentToLogin(await target.post(path, [{ client: 'nonesuch' }]));
  },
);

requirement(
  'tornado.order-of-checks.token-before-empty-hook',
  {
    level: 'should',
    text: 'A missing token is told before a hook that lacks its body: 302.',
    source: observed,
  },
  async ({ target }) => expectSentToLogin(await target.send({ method: 'POST', path: '/hook/a' })),
);
