import type { ObservedStep } from '../observed/observed.ts';
import { ask, get, JSON_IN, JSON_OUT, probe, under, type Probe } from './probe.ts';

const HTML = 'Accept: text/html';
const MODIFIED = 'Wed, 06 May 2020 07:08:09 GMT';

/** Values of Accept on GET /, which lead to the page or not. */
const ACCEPTS: Readonly<Record<string, string>> = {
  any: '*/*',
  html: 'text/html',
  axios: 'application/json, text/plain, */*',
  json: 'application/json',
  yaml: 'application/x-yaml',
  'any-text': 'text/*',
  xhtml: 'application/xhtml+xml',
  browser: 'text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8',
  empty: '',
  'html-unwanted': 'text/html;q=0',
  'html-last': 'application/json, text/html;q=0.1',
  'broken-quality': 'text/html;q=abc',
};

const STEPS: Readonly<Record<string, ObservedStep>> = {
  page: ask('GET /ui'),
  slash: ask('GET /ui/'),
  below: ask('GET /ui/a/b'),
  query: ask('GET /ui?x=1'),
  head: ask('HEAD /ui'),
  post: ask('POST /ui', ['Content-Length: 0']),
  options: ask('OPTIONS /ui'),
  json: ask('GET /ui', [JSON_OUT]),
  html: ask('GET /ui', [HTML]),
  range: ask('GET /ui', ['Range: bytes=0-3']),
  gzip: ask('GET /ui', ['Accept-Encoding: gzip']),
  'modified-since': ask('GET /ui', [`If-Modified-Since: ${MODIFIED}`]),
  'usual-place': ask('GET /app', [JSON_OUT]),
  root: ask('GET /'),
  'root-query': ask('GET /?x=1', [HTML]),
  'root-origin': ask('GET /', [HTML, 'Origin: http://a.example']),
  'run-html': ask('POST /run', [HTML, JSON_IN], '[]'),
  'run-html-broken': ask('POST /run', [HTML, JSON_IN], '{'),
  'delete-html': ask('DELETE /', [HTML]),
  'options-html': ask('OPTIONS /run', [HTML]),
  'none-html': ask('GET /nonesuch', [HTML]),
  'none-json': ask('GET /nonesuch', [JSON_OUT]),
  'events-html': ask('GET /events', [HTML]),
  'beside-html': ask('GET /uixyz', [HTML]),
  asset: ask('GET /assets/a.css'),
  'asset-html': ask('GET /assets/a.css', [HTML]),
  'asset-none-html': ask('GET /assets/nonesuch', [HTML]),
  'assets-beside-html': ask('GET /assetsx', [HTML]),
  'usual-static': ask('GET /static/a.css', [JSON_OUT]),
  favicon: ask('GET /favicon.ico', ['Accept: image/*']),
  'favicon-any': ask('GET /favicon.ico'),
  ...Object.fromEntries(
    Object.entries(ACCEPTS).map(([what, value]) => [
      `root-${what}`,
      ask('GET /', [`Accept: ${value}`]),
    ]),
  ),
};

const IN_SESSION: Readonly<Record<string, ObservedStep>> = {
  'minions-html': get('/minions', HTML),
  'minions-json': get('/minions', JSON_OUT),
  'jobs-any': get('/jobs', 'Accept: */*'),
};

/** A salt-api with a page for browsers at /ui, and its files at /assets. */
export const APP: readonly Probe[] = [
  ...Object.entries(STEPS).map(([what, step]) => probe(`app.${what}`, 'nobody', step)),
  ...Object.entries(IN_SESSION).map(([what, step]) => probe(`app.${what}`, 'saltdev', step)),
].map((asked) => under('app', asked));
