import * as fc from 'fast-check';
import { bodies } from './bodies.ts';

/** A request as it goes out, byte for byte; `<session 1>` stands for the session of the user who may do everything. */
export type RawRequest = string;

/** Mostly what clients send, now and then what none should. */
const seldom = <T>(usual: fc.Arbitrary<T>, odd: fc.Arbitrary<T>, weight = 9): fc.Arbitrary<T> =>
  fc.oneof({ arbitrary: usual, weight }, { arbitrary: odd, weight: 1 });

const methods = seldom(
  fc.constantFrom('GET', 'POST'),
  fc.constantFrom('HEAD', 'PUT', 'PATCH', 'DELETE', 'OPTIONS', 'TRACE', 'FOO', 'get', 'G@T', ''),
  4,
);

/** First segments of paths. `/events` would never end, and `/stats` tells of the process that it is. */
const URLS = [
  '/',
  '/login',
  '/logout',
  '/minions',
  '/jobs',
  '/run',
  '/token',
  '/keys',
  '/hook',
  '/app',
  '/static',
  '/favicon.ico',
  '/index',
  '/nosuch',
];

const segments = fc.constantFrom(
  'web1',
  'web*',
  'nosuch',
  'a%20b',
  'c%2Fd',
  '%C3%BC',
  '..',
  '%',
  '20240101000000000000',
  '20241301000000000000',
  '0',
  '',
);

const queries = fc.constantFrom(
  'x=1',
  'mid=web1',
  'jid=20240101000000000000',
  'timeout=1',
  'token=abc',
  '',
  'a',
  '=',
  '&&',
  'mid=a&mid=b',
  '%zz=%zz',
  'self=1',
);

const paths = seldom(
  fc
    .tuple(
      fc.constantFrom(...URLS),
      fc.array(segments, { maxLength: 2 }),
      fc.option(queries, { nil: undefined, freq: 4 }),
    )
    .map(([url, rest, query]) => {
      const path = [url === '/' ? '' : url, ...rest].join('/') || '/';
      return query === undefined ? path : `${path}?${query}`;
    }),
  fc.constantFrom(
    '//login',
    '/LOGIN',
    '*',
    'login',
    'http://x/login',
    '/login#top',
    '/a b',
    '//',
    '/\u00e9',
  ),
);

const versions = seldom(
  fc.constant('HTTP/1.1'),
  fc.constantFrom(
    'HTTP/1.0',
    'HTTP/1.2',
    'HTTP/2.0',
    'HTTP/0.9',
    'HTTP',
    'http/1.1',
    'HTTP/1.x',
    '',
  ),
  12,
);

/** A header that may be there, as lines; every other run leaves it out. */
const maybe = (lines: fc.Arbitrary<string>, freq = 1): fc.Arbitrary<readonly string[]> =>
  fc.option(lines, { nil: undefined, freq }).map((line) => (line === undefined ? [] : [line]));

const tokens = maybe(
  fc.oneof(
    { arbitrary: fc.constant('X-Auth-Token: <session 1>'), weight: 6 },
    {
      arbitrary: fc.constantFrom(
        'X-Auth-Token: abc',
        'X-Auth-Token:',
        'x-auth-token:   <session 1>  ',
        'Cookie: session_id=<session 1>',
        'Cookie: a=b; session_id="<session 1>"',
        'Cookie: session_id=<session 1>; session_id=x',
        'Cookie: session_id=x\r\nCookie: session_id=<session 1>',
        'Cookie: ;;=',
        'X-Auth-Token: abc\r\nX-Auth-Token: <session 1>',
      ),
      weight: 3,
    },
  ),
  3,
);

const accepts = maybe(
  fc.oneof(
    fc.constantFrom(
      'Accept: application/json',
      'Accept: application/x-yaml',
      'Accept: */*',
      'Accept: text/html',
      'Accept: application/json;q=0.5, application/x-yaml',
      'Accept: application/*;q=0.1',
      'Accept: application/json;q=abc',
      'Accept: *',
      'Accept:',
      'Accept: text/html\r\nAccept: application/x-yaml;q=0.3',
    ),
    fc
      .array(
        fc.tuple(
          fc.constantFrom(
            'application/json',
            'application/x-yaml',
            'text/*',
            '*/*',
            'application/*',
          ),
          fc.constantFrom(
            '',
            ';q=0',
            ';q=0.5',
            ';q=1',
            ';level=1',
            ';q=0.5;a=b',
            '; q=.2',
            ';q=1.5',
            ';q=-1',
          ),
        ),
        { minLength: 1, maxLength: 3 },
      )
      .map((ranges) => `Accept: ${ranges.map((range) => range.join('')).join(', ')}`),
  ),
);

const encodings = maybe(
  fc
    .constantFrom(
      'gzip',
      'br',
      'identity',
      '*',
      'gzip;q=0',
      'deflate, gzip;q=0.1',
      '',
      'identity;q=0',
      'gzip;q=abc',
    )
    .map((value) => `Accept-Encoding: ${value}`),
);

const others = maybe(
  fc.constantFrom(
    'Origin: http://example.com',
    'Origin: http://example.com\r\nAccess-Control-Request-Method: POST',
    'Expect: 100-continue',
    'Range: bytes=0-5',
    'X-Odd',
    'X-Odd : 1',
    ': empty',
    'X-Fold: a\r\n b',
    'X-Nul: a\x01b',
    'Content-Encoding: gzip',
    'If-None-Match: *',
    'X_Under_Score: 1',
    'Host: second',
  ),
);

const hosts = seldom<readonly string[]>(
  fc.constant(['Host: <host>']),
  fc.constantFrom([], ['Host:'], ['Host: other:99'], ['Host: a\tb']),
  15,
);

/** How the length of a body is told, given what it is. */
const framings = seldom<(length: number) => string[]>(
  fc.constant((length) => [`Content-Length: ${length}`]),
  fc.constantFrom<(length: number) => string[]>(
    () => [],
    () => ['Content-Length: abc'],
    () => ['Content-Length: -1'],
    (length) => [`Content-Length: ${length}`, `Content-Length: ${length}`],
    (length) => [`Content-Length: +${length}`],
    () => ['Content-Length: 0'],
    () => ['Transfer-Encoding: chunked'],
    () => ['Transfer-Encoding: gzip'],
    () => ['Content-Length: 999999999999'],
  ),
);

/**
 * A HEAD shows the length of what it would not compare: the list of all jobs of a master that has
 * some, and the page for a missing host, which tells where Python lies.
 */
const showsLengthAlone = (request: RawRequest): boolean =>
  request.startsWith('HEAD') && (/^\S+ \/+jobs/.test(request) || !/^host:/im.test(request));

/** Requests, valid and broken; each closes its connection, so that the end of the reply is seen. */
export const rawRequests: fc.Arbitrary<RawRequest> = fc
  .tuple(
    fc.tuple(methods, paths, versions),
    fc.tuple(hosts, tokens, accepts, encodings, others),
    fc.option(bodies, { nil: undefined, freq: 3 }),
    framings,
    seldom(fc.constant('\r\n'), fc.constant('\n'), 30),
  )
  .map(([line, headers, content, framing, end]) => {
    const framed = content === undefined ? [] : framing(Buffer.byteLength(content.body));
    const type = content?.type === undefined ? [] : [`Content-Type: ${content.type}`];
    const lines = [line.join(' '), ...headers.flat(), 'Connection: close', ...type, ...framed];
    return `${lines.join(end)}${end}${end}${content?.body ?? ''}`;
  })
  .filter((request) => !showsLengthAlone(request));
