import type { ObservedExchange, ObservedRaw } from '../observed/observed.ts';
import type { Json, JsonObject } from '../fixture.ts';
import { ask, bytes, credentialsOf, JSON_IN, probe, under, unended, type Probe } from './probe.ts';

/** A body that is posted, by default as JSON. */
function posted(body: string, ...headers: readonly string[]): ObservedExchange {
  return ask('POST /', headers.length === 0 ? [JSON_IN] : headers, body);
}

/** Low data, each chunk with the credentials of a user. */
function lowstate(username: string, ...chunks: readonly JsonObject[]): ObservedExchange {
  const identified: Json = chunks.map((chunk) => ({ ...credentialsOf(username), ...chunk }));
  return posted(JSON.stringify(identified));
}

const TO_NOBODY = { tgt: 'nonesuch', fun: 'test.ping' };
const WRONG = { ...credentialsOf('saltdev'), password: 'wrong' };

/** What is asked of the module, and that today's Salt answers to all alike. */
const EXCHANGES: Readonly<Record<string, ObservedExchange>> = {
  get: ask('GET /'),
  'get-html': ask('GET /', ['Accept: text/html']),
  path: ask('GET /login?a=b'),
  put: ask('PUT /', [JSON_IN], '[]'),
  delete: ask('DELETE /'),
  options: ask('OPTIONS /', ['Origin: http://one.example', 'Access-Control-Request-Method: POST']),
  foo: ask('FOO /'),
  'post-nothing': ask('POST /'),
  'post-empty': posted(''),
  'post-no-list': posted('42'),
  'post-null': posted('null'),
  'post-dict': posted('{"client": "local"}'),
  'post-list-of-texts': posted('["local"]'),
  'post-bad-json': posted('{'),
  'post-form': posted('client=local', 'Content-Type: application/x-www-form-urlencoded'),
  'post-charset': posted('[]', 'Content-Type: application/json; charset=utf-8'),
  'post-untyped': ask('POST /', [], '[]'),
  'post-gzip': posted('[]', JSON_IN, 'Accept-Encoding: gzip'),
  'no-chunks': posted('[]'),
  'no-credentials': posted(JSON.stringify([{ client: 'local', ...TO_NOBODY }])),
  'wrong-password': posted(JSON.stringify([{ ...WRONG, client: 'local', ...TO_NOBODY }])),
  'bad-token': posted(JSON.stringify([{ token: 'ab', client: 'runner', fun: 'test.arg' }])),
  'no-client': lowstate('saltdev', {}),
  'unknown-client': lowstate('saltdev', { client: 'nonesuch' }),
  local: lowstate('saltdev', { client: 'local', tgt: 'web1', fun: 'test.ping' }),
  'local-async': lowstate('saltdev', { client: 'local_async', tgt: 'web1', fun: 'test.ping' }),
  'local-batch': lowstate('saltdev', { client: 'local_batch', ...TO_NOBODY, batch: '1' }),
  'local-without-function': lowstate('saltdev', { client: 'local', tgt: 'nonesuch' }),
  'not-allowed': lowstate('limited', { client: 'runner', fun: 'test.arg' }),
  runner: lowstate('saltdev', { client: 'runner', fun: 'test.arg' }),
  wheel: lowstate('saltdev', { client: 'wheel', fun: 'key.list_all' }),
  'two-chunks': lowstate(
    'saltdev',
    { client: 'local', ...TO_NOBODY },
    { client: 'runner', fun: 'test.arg' },
  ),
};

const BODY = '[]';
const HEADS = [JSON_IN, `Content-Length: ${BODY.length}`];

/** What only bytes can ask: below the module is Python's http.server. */
const BYTES: Readonly<Record<string, ObservedRaw>> = {
  head: bytes('HEAD / HTTP/1.1'),
  'http-0-9': bytes('GET /'),
  'http-0-9-named': bytes('GET / HTTP/0.9'),
  'http-0-9-zeros': bytes('GET / HTTP/00.9'),
  'http-0-9-post': bytes('POST /'),
  'http-1-0': bytes('GET / HTTP/1.0'),
  'http-1-99': bytes('GET / HTTP/1.99'),
  'http-2-0': bytes('GET / HTTP/2.0'),
  'http-2': bytes('GET / HTTP/2'),
  'http-lower-case': bytes('GET / http/1.1'),
  'http-large': bytes('GET / HTTP/12345678901.1'),
  'other-protocol': bytes(`GET / FO'<O`),
  'one-word': bytes('garbage'),
  'four-words': bytes('GET /a "b HTTP/1.1'),
  'other-blanks': bytes('GET\t/\u000bHTTP/1.1'),
  'blank-first': bytes(' GET / HTTP/1.1'),
  'lower-case-method': bytes('get / HTTP/1.1'),
  'odd-method': bytes('G!T / HTTP/1.1'),
  'no-slash': bytes('GET a HTTP/1.1'),
  'absolute-uri': bytes('GET http://one.example/a HTTP/1.1'),
  'two-slashes': bytes('GET //a HTTP/1.1'),
  'bare-lf': unended('GET / HTTP/1.1\nHost: a\n\n'),
  'empty-line': unended('\r\n'),
  'empty-line-first': bytes('', 'GET / HTTP/1.1'),
  'keep-alive': bytes('GET / HTTP/1.1', 'Connection: keep-alive'),
  expect: unended(`POST / HTTP/1.1\r\nExpect: 100-continue\r\n${HEADS.join('\r\n')}\r\n\r\n[]`),
  'two-requests': bytes('GET / HTTP/1.1', '', 'GET / HTTP/1.1'),
  'no-colon': bytes('GET / HTTP/1.1', 'nonesuch'),
  'blank-before-colon': bytes('GET / HTTP/1.1', 'Host : a'),
  folded: bytes('GET / HTTP/1.1', 'A: b', ' c'),
  'fold-first': bytes('GET / HTTP/1.1', ' c'),
  'negative-length': bytes('POST / HTTP/1.1', JSON_IN, 'Content-Length: -2'),
  'no-length': bytes('POST / HTTP/1.1', JSON_IN, 'Content-Length: abc'),
  'too-small-length': unended(`POST / HTTP/1.1\r\n${JSON_IN}\r\nContent-Length: 1\r\n\r\n[]`),
  'many-headers': bytes('GET / HTTP/1.1', ...Array<string>(99).fill('A: b')),
  'too-many-headers': bytes('GET / HTTP/1.1', ...Array<string>(100).fill('A: b')),
  'head-too-many-headers': bytes('HEAD / HTTP/1.1', ...Array<string>(100).fill('A: b')),
};

/** rest_wsgi, whose every reply breaks down, and the server below it. */
export const WSGI: readonly Probe[] = Object.entries({ ...EXCHANGES, ...BYTES }).map(([id, step]) =>
  under('wsgi', probe(`wsgi.${id}`, 'nobody', step)),
);
