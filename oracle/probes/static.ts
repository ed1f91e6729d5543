import type { ObservedStep } from '../observed/observed.ts';
import { ask, bytes, credentialsOf, JSON_IN, JSON_OUT, probe, under, type Probe } from './probe.ts';

const MODIFIED = 'Wed, 06 May 2020 07:08:09 GMT';
const EARLIER = 'Mon, 06 May 2019 07:08:09 GMT';
const NO_BODY = 'Content-Length: 0';

/** Values of Range on a file of 3010 bytes. */
const RANGES: Readonly<Record<string, string>> = {
  first: 'bytes=0-9',
  'to-the-end': 'bytes=2990-',
  last: 'bytes=-5',
  'beyond-the-end': 'bytes=9999-',
  'from-the-end': 'bytes=3010-',
  several: 'bytes=0-1,5-6',
  'one-of-two': 'bytes=0-1,9999-',
  'two-of-three': 'bytes=0-1,9999-,5-5',
  'other-unit': 'lines=1',
  backwards: 'bytes=5-2',
  empty: 'bytes=',
  words: 'bytes=a-b',
  'first-and-last': 'bytes=0-0,-1',
  'last-none': 'bytes=-0',
  'too-long': 'bytes=0-99999',
  whole: 'bytes=0-3009',
  'last-too-long': 'bytes=-99999',
  capitals: 'BYTES=0-1',
  'no-unit': '=',
  'no-equals': 'bytes',
  'no-numbers': 'bytes=-',
};

/** Paths below /static, good and bad. */
const PATHS: Readonly<Record<string, string>> = {
  css: 'a.css',
  js: 'big.js',
  text: 'sub/b.txt',
  'no-ending': 'no%20ext',
  query: 'a.css?x=1',
  directory: 'sub/',
  'directory-without-slash': 'sub',
  index: 'sub/index.html',
  slash: '',
  none: 'nonesuch',
  'below-a-file': 'a.css/x',
  'encoded-parent': '%2e%2e/app.html',
  'encoded-twice': '%2561.css',
  'encoded-slash': '%2Fetc/hostname',
  'encoded-zero': '%00',
  'encoded-backslash': '%5Ca.css',
  'two-slashes': '/a.css',
  umlaut: '%C3%BC',
  long: 'a'.repeat(300),
};

const OTHERS: Readonly<Record<string, ObservedStep>> = {
  'no-slash': ask('GET /static'),
  beside: ask('GET /staticx'),
  head: ask('HEAD /static/a.css'),
  'head-none': ask('HEAD /static/nonesuch'),
  gzip: ask('GET /static/a.css', ['Accept-Encoding: gzip']),
  'gzip-html': ask('GET /static/sub/index.html', ['Accept-Encoding: gzip']),
  'gzip-js': ask('GET /static/big.js', ['Accept-Encoding: gzip']),
  brotli: ask('GET /static/a.css', ['Accept-Encoding: br']),
  'accept-json': ask('GET /static/a.css', [JSON_OUT]),
  origin: ask('GET /static/a.css', ['Origin: http://a.example']),
  'modified-since': ask('GET /static/a.css', [`If-Modified-Since: ${MODIFIED}`]),
  'modified-since-earlier': ask('GET /static/a.css', [`If-Modified-Since: ${EARLIER}`]),
  'unmodified-since': ask('GET /static/a.css', [`If-Unmodified-Since: ${MODIFIED}`]),
  'unmodified-since-earlier': ask('GET /static/a.css', [`If-Unmodified-Since: ${EARLIER}`]),
  'modified-since-head': ask('HEAD /static/a.css', [`If-Modified-Since: ${MODIFIED}`]),
  'range-head': ask('HEAD /static/big.js', ['Range: bytes=0-9']),
  post: ask('POST /static/a.css', [NO_BODY]),
  put: ask('PUT /static/a.css', [NO_BODY]),
  delete: ask('DELETE /static/a.css'),
  options: ask('OPTIONS /static/a.css'),
  'http-1.0': bytes('GET /static/big.js HTTP/1.0', 'Range: bytes=0-9'),
  parent: bytes('GET /static/../app.html HTTP/1.1', 'Host: <host>', 'Connection: close'),
  'parent-within': bytes('GET /static/sub/../a.css HTTP/1.1', 'Host: <host>', 'Connection: close'),
  'favicon-get': ask('GET /favicon.ico'),
  'favicon-head': ask('HEAD /favicon.ico'),
  'favicon-post': ask('POST /favicon.ico', [NO_BODY]),
  'favicon-options': ask('OPTIONS /favicon.ico'),
  'favicon-below': ask('GET /favicon.ico/x'),
  'favicon-range': ask('GET /favicon.ico', ['Range: bytes=0-1']),
  'favicon-modified-since': ask('GET /favicon.ico', [`If-Modified-Since: ${MODIFIED}`]),
  'no-app': ask('GET /app'),
  'html-root': ask('GET /', ['Accept: text/html']),
  'hook-elsewhere': ask('POST /hook', [JSON_IN], '{}'),
  'hook-anonymous': ask('POST /myhook', [JSON_OUT, JSON_IN], '{"a":1}'),
  'hook-below': ask('POST /myhook/a/b', [NO_BODY]),
  'hook-get': ask('GET /myhook'),
  'hook-beside': ask('POST /myhookx', [NO_BODY]),
  'log-in': ask('POST /login', [JSON_OUT, JSON_IN], JSON.stringify(credentialsOf('saltdev'))),
};

const STEPS: Readonly<Record<string, ObservedStep>> = {
  ...Object.fromEntries(
    Object.entries(PATHS).map(([what, path]) => [`path-${what}`, ask(`GET /static/${path}`)]),
  ),
  ...Object.fromEntries(
    Object.entries(RANGES).map(([what, range]) => [
      `range-${what}`,
      ask('GET /static/big.js', [`Range: ${range}`]),
    ]),
  ),
  ...OTHERS,
};

/** A salt-api with `static`, `favicon`, and hooks for everybody at another URL. */
export const STATIC: readonly Probe[] = Object.entries(STEPS).map(([what, step]) =>
  under('static', probe(`static.${what}`, 'nobody', step)),
);
