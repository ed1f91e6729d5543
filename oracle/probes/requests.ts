import { ask, bytes, JSON_IN, probe, SESSION, unended, type Probe } from './probe.ts';

const HOST = 'Host: <host>';
const PING = '[{"client":"local","tgt":"web1","fun":"test.ping"}]';
const CLOSE = 'Connection: close';

/** Methods that HTTP or somebody knows. */
const METHODS = [
  'HEAD',
  'PUT',
  'DELETE',
  'PATCH',
  'OPTIONS',
  'TRACE',
  'PROPFIND',
  'FOO',
  'get',
] as const;

/** URLs of rest_cherrypy, and some that it does not have. */
const PATHS = [
  '/',
  '/login',
  '/logout',
  '/minions',
  '/jobs',
  '/run',
  '/hook',
  '/keys',
  '/events',
  '/nonesuch',
  '/favicon.ico',
] as const;

/** Values of Accept, good and bad, on GET /. */
const ACCEPTS = [
  '*/*',
  'application/*',
  'application/json',
  'application/x-yaml',
  'text/yaml',
  'text/html',
  'text/*',
  'image/png',
  'application/x-yaml, application/json;q=0.5',
  'application/json;q=0',
  '*/*;q=0.1, application/x-yaml',
  'nonsense',
  '',
] as const;

/** Content types of a body that is JSON, on POST /. */
const TYPES = [
  'application/json',
  'application/json; charset=utf-8',
  'APPLICATION/JSON',
  'text/json',
  'text/plain',
  'text/yaml',
  'application/x-yaml',
  'application/xml',
  'application/octet-stream',
  'multipart/form-data',
  'nonsense',
  '',
] as const;

/** Bodies that are no low data, as JSON. */
const BODIES = [
  '',
  ' ',
  'null',
  'true',
  '7',
  '"a"',
  '{',
  '[',
  '[1]',
  '[[]]',
  '{"a"}',
  'nope',
  '[{"client":"local"}]',
  '\u00fc',
  '[{"client":"local","tgt":"web1","fun":"test.ping"},]',
  "{'a': 1}",
] as const;

/** Malformed requests, byte by byte. */
const MALFORMED: Readonly<Record<string, readonly string[]>> = {
  'no-version': ['GET /'],
  'http-0.9': ['GET / HTTP/0.9', HOST],
  'http-1.0': ['GET / HTTP/1.0', HOST],
  'http-1.0-no-host': ['GET / HTTP/1.0'],
  'http-1.0-keep-alive': ['GET / HTTP/1.0', HOST, 'Connection: Keep-Alive'],
  'http-1.1-no-host': ['GET / HTTP/1.1', CLOSE],
  'http-1.1-close': ['GET / HTTP/1.1', HOST, CLOSE],
  'http-1.1-close-401': ['POST / HTTP/1.1', HOST, CLOSE, 'Content-Length: 0'],
  'http-1.2': ['GET / HTTP/1.2', HOST, CLOSE],
  'http-2.0': ['GET / HTTP/2.0', HOST, CLOSE],
  'http-lower': ['GET / http/1.1', HOST, CLOSE],
  'http-word': ['GET / FOO/1.1', HOST, CLOSE],
  'http-odd-version': ['GET / HTTP/1', HOST, CLOSE],
  'two-words': ['GET HTTP/1.1', HOST, CLOSE],
  'four-words': ['GET / / HTTP/1.1', HOST, CLOSE],
  'one-word': ['GARBAGE'],
  'lower-method': ['get / HTTP/1.1', HOST, CLOSE],
  'odd-method': ['G?T / HTTP/1.1', HOST, CLOSE],
  'no-slash': ['GET login HTTP/1.1', HOST, CLOSE],
  star: ['GET * HTTP/1.1', HOST, CLOSE],
  'star-options': ['OPTIONS * HTTP/1.1', HOST, CLOSE],
  absolute: ['GET http://<host>/ HTTP/1.1', HOST, CLOSE],
  fragment: ['GET /#a HTTP/1.1', HOST, CLOSE],
  'double-slash': ['GET //login HTTP/1.1', HOST, CLOSE],
  dots: ['GET /a/../login HTTP/1.1', HOST, CLOSE],
  percent: ['GET /%6cogin HTTP/1.1', HOST, CLOSE],
  'percent-slash': ['GET /minions%2fweb1 HTTP/1.1', HOST, CLOSE],
  'percent-odd': ['GET /%zz HTTP/1.1', HOST, CLOSE],
  connect: ['CONNECT / HTTP/1.1', HOST, CLOSE],
  'no-colon': ['GET / HTTP/1.1', HOST, 'nonsense', CLOSE],
  'blank-before-colon': ['GET / HTTP/1.1', HOST, 'X-A : b', CLOSE],
  'empty-name': ['GET / HTTP/1.1', HOST, ': b', CLOSE],
  'folded-header': ['GET / HTTP/1.1', HOST, 'X-A: b', '  c', CLOSE],
  'length-negative': ['POST / HTTP/1.1', HOST, CLOSE, 'Content-Length: -1'],
  'length-word': ['POST / HTTP/1.1', HOST, CLOSE, 'Content-Length: abc'],
  'length-twice': ['POST / HTTP/1.1', HOST, CLOSE, 'Content-Length: 0', 'Content-Length: 0'],
  'encoding-gzip': ['POST / HTTP/1.1', HOST, CLOSE, 'Transfer-Encoding: gzip'],
  'encoding-and-length': [
    'POST / HTTP/1.1',
    HOST,
    CLOSE,
    'Transfer-Encoding: chunked',
    'Content-Length: 3',
  ],
  'head-root': ['HEAD / HTTP/1.1', HOST, CLOSE],
  'head-missing': ['HEAD /nonesuch HTTP/1.1', HOST, CLOSE],
  upgrade: ['GET / HTTP/1.1', HOST, 'Connection: Upgrade, close', 'Upgrade: h2c'],
  expect: ['POST / HTTP/1.1', HOST, CLOSE, 'Expect: 100-continue', 'Content-Length: 0'],
};

/** A name for an id, of any text, and another for another. */
function slug(text: string): string {
  const words = text.replaceAll('*', 'any').replaceAll("'", 'quote');
  return words.replace(/[^A-Za-z0-9.]+/g, '-').replace(/^-+|-+$/g, '') || 'empty';
}

const METHOD_PROBES = PATHS.map((path) =>
  probe(`method.${slug(path)}`, 'nobody', ...METHODS.map((method) => ask(`${method} ${path}`))),
);

const TYPE_PROBES = TYPES.map((type) =>
  probe(`type.${slug(type)}`, 'saltdev', ask('POST /', [SESSION, `Content-Type: ${type}`], PING)),
);

/** The HTTP side: methods, paths, negotiation, bodies, and requests that are none. */
export const REQUESTS: readonly Probe[] = [
  ...METHOD_PROBES,
  ...TYPE_PROBES,
  ...ACCEPTS.map((accept) =>
    probe(`accept.${slug(accept)}`, 'nobody', ask('GET /', [`Accept: ${accept}`])),
  ),
  probe(
    'accept.error-page',
    'nobody',
    ask('POST /', ['Accept: application/json', JSON_IN], '[]'),
    ask('POST /', ['Accept: application/x-yaml', JSON_IN], '[]'),
  ),
  ...BODIES.map((body, at) =>
    probe(`body.${at + 1}`, 'saltdev', ask('POST /', [SESSION, JSON_IN], body)),
  ),
  ...BODIES.map((body, at) =>
    probe(`body.anonymous-${at + 1}`, 'nobody', ask('POST /', [JSON_IN], body)),
  ),
  probe('gzip.json', 'nobody', ask('GET /', ['Accept-Encoding: gzip'])),
  probe('gzip.error', 'nobody', ask('POST /', ['Accept-Encoding: gzip', JSON_IN], '[]')),
  probe(
    'gzip.refused',
    'nobody',
    ask('GET /', ['Accept-Encoding: gzip;q=0']),
    ask('GET /', ['Accept-Encoding: identity']),
    ask('GET /', ['Accept-Encoding: br']),
  ),
  probe('gzip.odd', 'nobody', ask('GET /', ['Accept-Encoding: gzip;q=abc'])),
  probe('cors.simple', 'nobody', ask('GET /', ['Origin: http://example.com'])),
  probe(
    'cors.preflight',
    'nobody',
    ask('OPTIONS /', [
      'Origin: http://example.com',
      'Access-Control-Request-Method: POST',
      'Access-Control-Request-Headers: X-Auth-Token',
    ]),
    ask('OPTIONS /login', ['Origin: http://example.com', 'Access-Control-Request-Method: POST']),
  ),
  probe('cors.options', 'nobody', ask('OPTIONS /login', ['Origin: http://example.com'])),
  probe('query.on-root', 'nobody', ask('GET /?a=1')),
  probe('query.on-minions', 'saltdev', ask('GET /minions?mid=web1', [SESSION])),
  probe('query.on-post', 'saltdev', ask('POST /?a=1', [SESSION, JSON_IN], '[]')),
  probe(
    'path.trailing-slash',
    'saltdev',
    ask('GET /minions/web1/', [SESSION]),
    ask('GET /login/', []),
    ask('GET /jobs/', [SESSION]),
  ),
  ...Object.entries(MALFORMED).map(([what, lines]) =>
    probe(`raw.${what}`, 'nobody', bytes(...lines)),
  ),
  probe('raw.bare-newlines', 'nobody', unended('GET / HTTP/1.1\nHost: <host>\n\n')),
  probe(
    'raw.chunked',
    'saltdev',
    unended(
      `POST / HTTP/1.1\r\n${HOST}\r\n${CLOSE}\r\n${SESSION}\r\n${JSON_IN}\r\nTransfer-Encoding: chunked\r\n\r\n2\r\n[]\r\n0\r\n\r\n`,
    ),
  ),
  probe(
    'raw.bad-chunk',
    'saltdev',
    unended(
      `POST / HTTP/1.1\r\n${HOST}\r\n${CLOSE}\r\n${SESSION}\r\n${JSON_IN}\r\nTransfer-Encoding: chunked\r\n\r\nzz\r\n[]\r\n0\r\n\r\n`,
    ),
  ),
  probe(
    'raw.pipelined',
    'nobody',
    unended(`GET / HTTP/1.1\r\n${HOST}\r\n\r\nGET /login HTTP/1.1\r\n${HOST}\r\n${CLOSE}\r\n\r\n`),
  ),
  probe(
    'raw.leading-empty-line',
    'nobody',
    unended(`\r\nGET / HTTP/1.1\r\n${HOST}\r\n${CLOSE}\r\n\r\n`),
  ),
];
