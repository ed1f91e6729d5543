import type { JsonObject } from '../fixture.ts';
import type { NetapiSetting } from '../salt/netapi-settings.ts';
import type { ObservedStep } from '../observed/observed.ts';
import { ask, credentialsOf, JSON_IN, JSON_OUT, probe, under, type Probe } from './probe.ts';

function logIn(credentials: JsonObject | readonly JsonObject[]): ObservedStep {
  return ask('POST /login', [JSON_OUT, JSON_IN], JSON.stringify(credentials));
}

const CHUNK = { ...credentialsOf('saltdev'), client: 'runner', fun: 'test.arg' };

/** Who logs in where `api_acl` says who may. */
const LOG_INS: Readonly<Record<string, ObservedStep>> = {
  saltdev: logIn(credentialsOf('saltdev')),
  limited: logIn(credentialsOf('limited')),
  runneronly: logIn(credentialsOf('runneronly')),
  'wrong-password': logIn({ ...credentialsOf('saltdev'), password: 'wrong' }),
  'limited-wrong-password': logIn({ ...credentialsOf('limited'), password: 'wrong' }),
  star: logIn(credentialsOf('*')),
  nobody: logIn({}),
  'no-user': logIn({ password: 'wrong', eauth: 'sharedsecret' }),
  number: logIn({ ...credentialsOf('saltdev'), username: 7 }),
  list: logIn([credentialsOf('limited'), credentialsOf('saltdev')]),
  run: ask('POST /run', [JSON_OUT, JSON_IN], JSON.stringify([CHUNK])),
  'run-limited': ask(
    'POST /run',
    [JSON_OUT, JSON_IN],
    JSON.stringify([{ ...CHUNK, ...credentialsOf('limited') }]),
  ),
  token: ask('POST /token', [JSON_OUT, JSON_IN], JSON.stringify(credentialsOf('saltdev'))),
};

/** What is asked where `authorized_ips` says from where. */
const REQUESTS: Readonly<Record<string, ObservedStep>> = {
  root: ask('GET /', [JSON_OUT]),
  login: logIn(credentialsOf('saltdev')),
  'login-empty': logIn({}),
  'login-get': ask('GET /login'),
  run: ask('POST /run', [JSON_OUT, JSON_IN], JSON.stringify([CHUNK])),
  'run-broken': ask('POST /run', [JSON_IN], '{'),
  minions: ask('GET /minions'),
  hook: ask('POST /hook', [JSON_IN], '{}'),
  events: ask('GET /events'),
  token: ask('POST /token', [JSON_OUT, JSON_IN], JSON.stringify(credentialsOf('saltdev'))),
  keys: ask('GET /keys'),
  stats: ask('GET /stats'),
  app: ask('GET /app'),
  favicon: ask('GET /favicon.ico'),
  websocket: ask('GET /ws'),
  none: ask('GET /nonesuch'),
  put: ask('PUT /', [JSON_IN], '{}'),
  head: ask('HEAD /'),
  options: ask('OPTIONS /run'),
  'options-origin': ask('OPTIONS /run', ['Origin: http://a.example']),
  'not-acceptable': ask('GET /', ['Accept: image/png']),
};

function allUnder(
  setting: NetapiSetting,
  steps: Readonly<Record<string, ObservedStep>>,
): readonly Probe[] {
  return Object.entries(steps).map(([what, step]) =>
    under(setting, probe(`${setting}.${what}`, 'nobody', step)),
  );
}

/** salt-apis that serve some users and some addresses only. */
export const ALLOWED_ADDRESSES: readonly Probe[] = [
  ...allUnder('acl', LOG_INS),
  ...allUnder('acl-for-all', LOG_INS),
  ...allUnder('acl-named-only', LOG_INS),
  ...allUnder('acl-without-users', LOG_INS),
  ...allUnder('other-ips', REQUESTS),
  ...allUnder('own-ip', REQUESTS),
];
