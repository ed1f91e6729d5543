import type { NetapiSetting } from '../salt/netapi-settings.ts';
import { ask, JSON_IN, probe, under, type Probe } from './probe.ts';
import { TOKEN } from './tornado-probe.ts';

const WANTED = 'Access-Control-Request-Headers: x-auth-token';

/** Settings of `cors_origin`, and the one without. */
const ORIGIN_SETTINGS: readonly NetapiSetting[] = [
  'tornado',
  'tornado-any-origin',
  'tornado-one-origin',
  'tornado-origins',
];

/** Origins that are allowed by some of them. */
const ORIGINS: Readonly<Record<string, string>> = {
  one: 'http://one.example',
  two: 'http://two.example:8080',
  'one-with-port': 'http://one.example:80',
  'one-in-capitals': 'HTTP://ONE.example',
  'one-with-slash': 'http://one.example/',
  asterisk: '*',
  null: 'null',
  empty: '',
};

/** Requests of every kind from one origin. */
function fromOrigin(...origin: readonly string[]) {
  return [
    ask('GET /', origin),
    ask('GET /login', origin),
    ask('GET /nonesuch', origin),
    ask('GET /hook', origin),
    ask('GET /', [...origin, 'Accept: text/html']),
    ask('GET /minions', origin),
    ask('PUT /', origin),
    ask('PROPFIND /', origin),
    ask('POST /', [...origin, JSON_IN], '{'),
    ask('POST /run', [...origin, JSON_IN], '[]'),
    ask('OPTIONS /', [...origin, WANTED]),
    ask('OPTIONS /', origin),
    ask('OPTIONS /nonesuch', [...origin, WANTED]),
    ask('GET /', [...origin, 'If-None-Match: *']),
  ];
}

const CORS = ORIGIN_SETTINGS.flatMap((setting) => [
  under(setting, probe(`${setting}.no-origin`, 'nobody', ...fromOrigin())),
  ...Object.entries(ORIGINS).map(([name, origin]) =>
    under(
      setting,
      probe(`${setting}.origin-${name}`, 'nobody', ...fromOrigin(`Origin: ${origin}`)),
    ),
  ),
  under(
    setting,
    probe(
      `${setting}.signed-in`,
      'saltdev',
      ask('POST /', [TOKEN, JSON_IN, 'Origin: http://one.example'], '[]'),
      ask('POST /hook', [TOKEN, JSON_IN, 'Origin: http://one.example'], '{}'),
    ),
  ),
]);

/** What the settings of rest_tornado change. */
export const TORNADO_SETTINGS: readonly Probe[] = [
  ...CORS,
  under(
    'tornado-open-hooks',
    probe(
      'tornado-open-hooks.anybody',
      'nobody',
      ask('POST /hook', [JSON_IN], '{}'),
      ask('POST /hook/a', [JSON_IN, 'X-Auth-Token: x'], '{}'),
      ask('POST /hook'),
      ask('GET /hook'),
      ask('POST /hook', ['Content-Type: text/html'], 'x'),
      ask('POST /', [JSON_IN], '[]'),
    ),
  ),
  under(
    'tornado-no-websockets',
    probe(
      'tornado-no-websockets.absent',
      'saltdev',
      ask('GET /all_events/<token 1>'),
      ask('GET /formatted_events/<token 1>'),
      ask('OPTIONS /all_events/<token 1>', [WANTED]),
      ask('GET /'),
    ),
  ),
];
