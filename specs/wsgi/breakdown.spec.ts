import { EVERY_LINE, requirement } from '../requirement.ts';
import type { WireRequest } from '../target/http.ts';
import { expectBreakdown } from './breakdown.ts';
import { JSON_IN } from './json-in.ts';

const source = { observed: EVERY_LINE };

interface Broken {
  /** The subject of a sentence. */
  readonly what: string;
  readonly requests: readonly WireRequest[];
}

function posted(body: string, ...headers: readonly (readonly [string, string])[]): WireRequest {
  return { method: 'POST', path: '/', headers, body };
}

/**
 * What is asked in vain, by the end of the requirement's id: rest_wsgi gives its server text for a
 * body, which WSGI does not take, so no reply of its own ever comes (rest-tornado-wsgi §7.6).
 */
const BROKEN: Readonly<Record<string, Broken>> = {
  get: { what: 'GET /', requests: [{ method: 'GET', path: '/' }] },
  'any-path': {
    what: 'A path that is no address of salt-api',
    requests: ['/login', '/a/b?c=d', '//x'].map((path) => ({ method: 'GET', path })),
  },
  'other-methods': {
    what: 'A method that rest_wsgi does not take',
    requests: ['PUT', 'DELETE', 'PATCH', 'OPTIONS'].map((method) => ({ method, path: '/' })),
  },
  'empty-lowstate': { what: 'Low data without chunks', requests: [posted('[]', JSON_IN)] },
  'no-credentials': {
    what: 'Low data without credentials',
    requests: [posted('[{"client": "local", "tgt": "*", "fun": "test.ping"}]', JSON_IN)],
  },
  'wrong-password': {
    what: 'Low data of somebody whom the master does not know',
    requests: [
      posted(
        '[{"client": "local", "tgt": "*", "fun": "test.ping", "username": "nobody", "password": "none", "eauth": "pam"}]',
        JSON_IN,
      ),
    ],
  },
  'bad-json': {
    what: 'A body that is no JSON',
    requests: ['', '{', 'client=local'].map((body) => posted(body, JSON_IN)),
  },
  'no-list': {
    what: 'Low data that is no list',
    requests: ['null', '42', '{"client": "local"}'].map((body) => posted(body, JSON_IN)),
  },
  'other-type': {
    what: 'A body of another type than JSON',
    requests: [
      posted('[]', ['Content-Type', 'application/json; charset=utf-8']),
      posted('client=local', ['Content-Type', 'application/x-www-form-urlencoded']),
      posted('[]'),
    ],
  },
  accept: {
    what: 'A request for another type than JSON',
    requests: ['text/html', 'application/x-yaml', 'image/png'].map((type) => ({
      method: 'GET',
      path: '/',
      headers: [['Accept', type]],
    })),
  },
};

for (const [name, { what, requests }] of Object.entries(BROKEN))
  requirement(
    `wsgi.breakdown.${name}`,
    {
      level: 'should',
      text: `${what} is answered by wsgiref, with 500 and an apology in plain text, since rest_wsgi breaks down over each of its replies.`,
      source,
    },
    async ({ target }) => {
      for (const request of requests) expectBreakdown(await target.send(request));
    },
  );

requirement(
  'wsgi.breakdown.ping',
  {
    level: 'should',
    text: 'Low data with good credentials is answered with 500 like everything else, whatever its chunks return.',
    source,
  },
  async ({ target }) => {
    const nobody = { client: 'local', tgt: 'saltproof-nobody', fun: 'test.ping' };
    expectBreakdown(await target.lowstate(nobody));
    expectBreakdown(await target.lowstate([{ client: 'runner', fun: 'test.arg' }, nobody]));
  },
);
