import { expect } from '@playwright/test';
import type { Header } from '../../report/result.ts';
import { EVERY_LINE, requirement } from '../requirement.ts';
import type { Reply } from '../target/reply.ts';
import type { Target } from '../target/target.ts';
import { expectErrorPage } from './error-page.ts';
import { NO_PERMISSION } from './session.ts';

const source = { observed: EVERY_LINE };

const BAD_TYPE = 'Content type not supported';
const BAD_JSON = 'Invalid JSON document';
const NO_LENGTH = 'Client must specify Content-Length';
const NOT_LIST = 'Lowstates must be a list';
const NO_METHOD = 'Specified method is invalid for this resource';
const NO_MATCH = 'Nothing matches the given URI';
const JSON_TYPE: Header = ['Content-Type', 'application/json'];
const XML_TYPE: Header = ['Content-Type', 'application/xml'];
const HTML_ONLY: Header = ['Accept', 'text/html'];

interface Request {
  readonly method: string;
  readonly path: string;
  readonly headers?: readonly Header[];
  readonly body?: string;
  /** Whether it goes out with a session. */
  readonly session?: true;
}

interface Rule {
  readonly text: string;
  readonly request: Request;
  readonly status: number;
  readonly message: string;
}

/** Requests that are wrong in several ways, and which error wins, by the end of the requirement's id (rest-cherrypy §1). */
const RULES: Readonly<Record<string, Rule>> = {
  'session-before-type': {
    text: 'A missing session is told before a content type nobody reads',
    request: { method: 'POST', path: '/', headers: [XML_TYPE, HTML_ONLY], body: '<a/>' },
    status: 401,
    message: NO_PERMISSION,
  },
  'session-before-length': {
    text: 'A missing session is told before a missing length',
    request: { method: 'PUT', path: '/minions' },
    status: 401,
    message: NO_PERMISSION,
  },
  'session-before-path': {
    text: 'A missing session is told before a segment that nothing matches',
    request: { method: 'POST', path: '/minions/x', headers: [JSON_TYPE], body: '[]' },
    status: 401,
    message: NO_PERMISSION,
  },
  'type-before-accept': {
    text: 'A content type nobody reads is told before an Accept nobody satisfies',
    request: { method: 'POST', path: '/run', headers: [XML_TYPE, HTML_ONLY], body: '<a/>' },
    status: 406,
    message: BAD_TYPE,
  },
  'type-before-method': {
    text: 'A content type nobody reads is told before a wrong method',
    request: { method: 'PUT', path: '/run', headers: [XML_TYPE], body: '<a/>' },
    status: 406,
    message: BAD_TYPE,
  },
  'json-before-method': {
    text: 'Broken JSON is told before a wrong method',
    request: { method: 'PATCH', path: '/run', headers: [JSON_TYPE], body: '{' },
    status: 400,
    message: BAD_JSON,
  },
  'json-before-query': {
    text: 'Broken JSON is told before a parameter nothing matches',
    request: {
      method: 'POST',
      path: '/minions?x=1',
      session: true,
      headers: [JSON_TYPE],
      body: '{',
    },
    status: 400,
    message: BAD_JSON,
  },
  'length-before-method': {
    text: 'A missing length is told before a wrong method',
    request: { method: 'PUT', path: '/run' },
    status: 411,
    message: NO_LENGTH,
  },
  'length-before-unknown-path': {
    text: 'A missing length is told before a path that leads nowhere',
    request: { method: 'POST', path: '/no/such' },
    status: 411,
    message: NO_LENGTH,
  },
  'method-before-accept': {
    text: 'A wrong method is told before an Accept nobody satisfies',
    request: { method: 'DELETE', path: '/run', headers: [HTML_ONLY] },
    status: 405,
    message: NO_METHOD,
  },
  'path-before-accept': {
    text: 'A parameter nothing matches is told before an Accept nobody satisfies',
    request: { method: 'GET', path: '/?x=1', headers: [HTML_ONLY] },
    status: 404,
    message: NO_MATCH,
  },
  'handler-before-accept': {
    text: "The handler's own refusal is told before an Accept nobody satisfies",
    request: { method: 'POST', path: '/run', headers: [JSON_TYPE, HTML_ONLY], body: '{}' },
    status: 400,
    message: NOT_LIST,
  },
  'unknown-path-before-type': {
    text: 'A path that leads nowhere is told whatever the content type, since nobody reads the body',
    request: { method: 'POST', path: '/no/such', headers: [XML_TYPE], body: '<a/>' },
    status: 404,
    message: "The path '/no/such' was not found.",
  },
};

for (const [name, { text, request, status, message }] of Object.entries(RULES)) {
  requirement(
    `cherrypy.order-of-checks.${name}`,
    { level: 'should', text: `${text}: ${status}.`, source },
    async ({ target }) => {
      expectErrorPage(await sendRequest(target, request), status, message);
    },
  );
}

requirement(
  'cherrypy.order-of-checks.runs-before-accept',
  {
    level: 'should',
    text: 'A reply that the client does not accept, 406, comes after the request was carried out: the event of POST /hook is fired.',
    source,
    needs: ['writes'],
  },
  async ({ target }) => {
    const name = target.unique('hook');
    const stream = await target.listen([await target.auth()]);
    const reply = await target.authed.post(`/hook/${name}`, {}, [JSON_TYPE, HTML_ONLY]);
    expect(reply.status).toBe(406);
    const event = await stream.event(({ tag }) => tag === `salt/netapi/hook/${name}`);
    expect(event?.tag).toBe(`salt/netapi/hook/${name}`);
  },
);

async function sendRequest(target: Target, { session, ...request }: Request): Promise<Reply> {
  const auth = session ? [await target.auth()] : [];
  return target.send({ ...request, headers: [...auth, ...(request.headers ?? [])] });
}
