import { ask, bytes, JSON_IN, probe, under, unended, type Probe } from './probe.ts';
import { TOKEN } from './tornado-probe.ts';

const HOST = 'Host: <host>';
const CLOSE = 'Connection: close';
/** A runner, not a job: whether a minion's return is heard in time, chance has a say in. */
const CALL = '[{"client":"runner","fun":"test.arg","arg":["a"]}]';

/** Methods that Tornado knows, and some that it does not. */
const METHODS = ['HEAD', 'PUT', 'DELETE', 'PATCH', 'OPTIONS', 'TRACE', 'PROPFIND'] as const;

/** URLs of rest_tornado, and some that it does not have. */
const PATHS = [
  '/',
  '/login',
  '/minions',
  '/minions/web1',
  '/jobs',
  '/jobs/1',
  '/run',
  '/events',
  '/hook',
  '/hook/a',
  '/nonesuch',
] as const;

/** URLs that look like those, and what they come to by GET. */
const URLS: Readonly<Record<string, string>> = {
  'login-slash': '/login/',
  'minions-slash': '/minions/',
  'minions-slashes': '/minions//',
  'minions-glob': '/minions/*',
  'jobs-slash': '/jobs/',
  'hook-slash': '/hook/',
  'double-slash': '//login',
  dots: '/a/../login',
  'query-only': '/?',
  query: '/?a=1&b',
  'query-undecodable': '/?a=%ff',
  'query-undecodable-login': '/login?%ff=a',
  encoded: '/%6cogin',
  'encoded-slash': '/minions%2fweb1',
  'bad-escape': '/minions/%zz',
  'undecodable-path': '/minions/%ff',
  'undecodable-absent': '/%ff',
  semicolon: '/login;a=b',
  capitals: '/LOGIN',
};

/** Values of Accept on GET /. */
const ACCEPTS = [
  '*/*',
  '*',
  'application/*',
  'application/json',
  'application/x-yaml',
  'Application/JSON',
  '*/json',
  '*yaml',
  'application/?son',
  'application/[!x]*',
  'application/[',
  'text/yaml',
  'text/html',
  'image/png, */*',
  'application/x-yaml;q=0, application/json',
  'application/json;q=0',
  'application/json ; a="b,c"',
  ',application/x-yaml',
  ' application/x-yaml ',
  'application/x-yaml text/html',
  'nonsense',
  ';',
  ',',
  '',
] as const;

/** Content types of a body that is JSON, on POST /. */
const TYPES = [
  'application/json',
  'application/json; charset=utf-8',
  'application/json;charset=bogus',
  ' application/json ',
  'APPLICATION/JSON',
  'application/json, text/plain',
  'application/json text/plain',
  'text/json',
  'text/plain',
  'text/yaml',
  'application/x-yaml',
  'application/yaml',
  'application/xml',
  'application/octet-stream',
  'multipart/form-data; boundary=b',
  'multipart/form-data; boundary=',
  'multipart/mixed',
  'nonsense',
  '/',
  ';application/json',
  '',
] as const;

/** Requests that are odd or none, byte by byte. */
const ODD: Readonly<Record<string, readonly string[]>> = {
  'no-version': ['GET /'],
  'http-0.9': ['GET / HTTP/0.9', HOST],
  'http-1.0': ['GET / HTTP/1.0', HOST],
  'http-1.0-no-host': ['GET / HTTP/1.0'],
  'http-1.1-no-host': ['GET / HTTP/1.1', CLOSE],
  'http-1.1-close': ['GET / HTTP/1.1', HOST, CLOSE],
  'http-1.1-close-list': ['GET / HTTP/1.1', HOST, 'Connection: close, te'],
  'http-1.1-close-capitals': ['GET / HTTP/1.1', HOST, 'Connection: CLOSE'],
  'http-1.1-close-401': ['GET /login HTTP/1.1', HOST, CLOSE],
  'http-1.1-close-404': ['GET /nonesuch HTTP/1.1', HOST, CLOSE],
  'http-1.1-close-302': ['GET /minions HTTP/1.1', HOST, CLOSE],
  'http-1.1-close-304': ['GET / HTTP/1.1', HOST, CLOSE, 'If-None-Match: *'],
  'http-1.1-close-204': [
    'OPTIONS / HTTP/1.1',
    HOST,
    CLOSE,
    'Access-Control-Request-Headers: accept',
  ],
  'http-1.2': ['GET / HTTP/1.2', HOST, CLOSE],
  'http-2.0': ['GET / HTTP/2.0', HOST, CLOSE],
  'http-lower': ['GET / http/1.1', HOST, CLOSE],
  'http-word': ['GET / FOO/1.1', HOST, CLOSE],
  'two-words': ['GET HTTP/1.1', HOST, CLOSE],
  'four-words': ['GET / / HTTP/1.1', HOST, CLOSE],
  'one-word': ['GARBAGE'],
  'lower-method': ['get / HTTP/1.1', HOST, CLOSE],
  'odd-method': ['FOO / HTTP/1.1', HOST, CLOSE],
  'odd-method-absent': ['FOO /nonesuch HTTP/1.1', HOST, CLOSE],
  connect: ['CONNECT / HTTP/1.1', HOST, CLOSE],
  'no-slash': ['GET login HTTP/1.1', HOST, CLOSE],
  star: ['GET * HTTP/1.1', HOST, CLOSE],
  absolute: ['GET http://<host>/ HTTP/1.1', HOST, CLOSE],
  fragment: ['GET /#a HTTP/1.1', HOST, CLOSE],
  'no-colon': ['GET / HTTP/1.1', HOST, 'nonsense', CLOSE],
  'blank-before-colon': ['GET / HTTP/1.1', HOST, 'X-A : b', CLOSE],
  'length-word': ['POST / HTTP/1.1', HOST, CLOSE, 'Content-Length: abc'],
  'length-twice': ['POST / HTTP/1.1', HOST, CLOSE, 'Content-Length: 0', 'Content-Length: 0'],
  'length-two': ['POST / HTTP/1.1', HOST, CLOSE, 'Content-Length: 0', 'Content-Length: 1'],
  'length-too-great': ['POST / HTTP/1.1', HOST, CLOSE, 'Content-Length: 104857601'],
  'encoding-gzip': ['POST / HTTP/1.1', HOST, CLOSE, 'Transfer-Encoding: gzip'],
  head: ['HEAD / HTTP/1.1', HOST, CLOSE],
  'no-accept': ['GET /login HTTP/1.1', HOST, CLOSE],
  'two-accepts': ['GET / HTTP/1.1', HOST, CLOSE, 'Accept: text/html', 'accept: application/x-yaml'],
};

/** A name for an id, of any text, and another for another. */
function slug(text: string): string {
  const words = text
    .replaceAll('*', 'any')
    .replaceAll('"', 'quote')
    .replaceAll(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`)
    .replaceAll(';', 'with')
    .replaceAll(',', 'then')
    .replaceAll(' ', 'blank')
    .replaceAll('[', 'bracket')
    .replaceAll('?', 'one');
  return (
    words.replace(/[^a-z0-9._]+/g, '-').replace(/^-+|-+$/g, '') || (text === '' ? 'empty' : 'slash')
  );
}

function get(name: string, ...headers: readonly string[]): Probe {
  return probe(`tornado-etag.${name}`, 'nobody', ask('GET /', headers));
}

/** The HTTP side of rest_tornado: methods, paths, negotiation, and requests that are none. */
export const TORNADO_REQUESTS: readonly Probe[] = [
  ...PATHS.map((path) =>
    probe(
      `tornado-method.${slug(path)}`,
      'nobody',
      ...METHODS.map((method) => ask(`${method} ${path}`)),
    ),
  ),
  ...PATHS.map((path) =>
    probe(
      `tornado-signed-in.${slug(path)}`,
      'saltdev',
      ...METHODS.map((method) => ask(`${method} ${path}`, [TOKEN])),
    ),
  ),
  ...Object.entries(URLS).map(([name, path]) =>
    probe(
      `tornado-url.${name}`,
      'nobody',
      ask(`GET ${path}`),
      ask(`POST ${path}`, [JSON_IN], '[]'),
    ),
  ),
  ...ACCEPTS.map((accept) =>
    probe(
      `tornado-accept.${slug(accept)}`,
      'saltdev',
      ask('GET /', [`Accept: ${accept}`]),
      ask('POST /', [TOKEN, JSON_IN, `Accept: ${accept}`], CALL),
    ),
  ),
  ...TYPES.map((type) =>
    probe(
      `tornado-type.${slug(type)}`,
      'saltdev',
      ask('POST /', [TOKEN, `Content-Type: ${type}`], CALL),
    ),
  ),
  ...Object.entries(ODD).map(([what, lines]) =>
    probe(`tornado-raw.${what}`, 'nobody', bytes(...lines)),
  ),
  probe(
    'tornado-type.no-boundary',
    'nobody',
    ...['POST /', 'POST /nonesuch', 'PUT /', 'PROPFIND /', 'POST /minions/%ff'].map((request) =>
      ask(request, ['Content-Type: multipart/form-data'], 'x'),
    ),
  ),
  probe('tornado-raw.bare-newlines', 'nobody', unended('GET / HTTP/1.1\nHost: <host>\n\n')),
  probe(
    'tornado-raw.pipelined',
    'nobody',
    unended(`GET / HTTP/1.1\r\n${HOST}\r\n\r\nGET /login HTTP/1.1\r\n${HOST}\r\n${CLOSE}\r\n\r\n`),
  ),
  probe(
    'tornado-raw.chunked',
    'nobody',
    unended(
      `POST /run HTTP/1.1\r\n${HOST}\r\n${CLOSE}\r\n${JSON_IN}\r\nTransfer-Encoding: chunked\r\n\r\n2\r\n[]\r\n0\r\n\r\n`,
    ),
  ),
  probe(
    'tornado-raw.bad-chunk',
    'nobody',
    unended(
      `POST /run HTTP/1.1\r\n${HOST}\r\n${CLOSE}\r\n${JSON_IN}\r\nTransfer-Encoding: chunked\r\n\r\nzz\r\n[]\r\n0\r\n\r\n`,
    ),
  ),
  get('other', 'If-None-Match: "other"'),
  get('any', 'If-None-Match: *'),
  get('any-in-list', 'If-None-Match: "a", *'),
  get('weak', 'If-None-Match: W/"5567ff3a1e7658402068967f12529a6064228be6"'),
  get('known', 'If-None-Match: "5567ff3a1e7658402068967f12529a6064228be6"'),
  get('bare', 'If-None-Match: 5567ff3a1e7658402068967f12529a6064228be6'),
  get('match', 'If-Match: "other"'),
  get('since', 'If-Modified-Since: Sat, 01 Jan 2050 00:00:00 GMT'),
].map((asked) => under('tornado', asked));
