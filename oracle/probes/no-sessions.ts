import type { ObservedStep } from '../observed/observed.ts';
import type { Json } from '../fixture.ts';
import { ask, credentialsOf, JSON_IN, JSON_OUT, probe, under, type Probe } from './probe.ts';

const USER = credentialsOf('saltdev');
const CHUNK = { client: 'runner', fun: 'test.arg', arg: [1] };
const TOKEN = `X-Auth-Token: ${'0123456789'.repeat(4)}`;

function postJson(path: string, body: Json, ...headers: readonly string[]): ObservedStep {
  return ask(`POST ${path}`, [JSON_OUT, JSON_IN, ...headers], JSON.stringify(body));
}

const STEPS: Readonly<Record<string, ObservedStep>> = {
  root: ask('GET /', [JSON_OUT]),
  'root-html': ask('GET /'),
  'root-post': postJson('/', [{ ...USER, ...CHUNK }]),
  'root-post-anonymous': postJson('/', [CHUNK]),
  'root-token': ask('GET /', [JSON_OUT, TOKEN]),
  'root-cookie': ask('GET /', [JSON_OUT, `Cookie: session_id=${'0123456789'.repeat(4)}`]),
  run: postJson('/run', [{ ...USER, ...CHUNK }]),
  'run-get': ask('GET /run'),
  'run-anonymous': postJson('/run', [CHUNK]),
  'run-token': postJson('/run', [CHUNK], TOKEN),
  'run-wrong-password': postJson('/run', [{ ...USER, password: 'wrong', ...CHUNK }]),
  'run-broken': ask('POST /run', [JSON_IN], '{'),
  login: ask('GET /login'),
  'login-post': postJson('/login', USER),
  logout: postJson('/logout', {}),
  minions: ask('GET /minions'),
  jobs: ask('GET /jobs'),
  keys: ask('GET /keys'),
  'keys-token': ask('GET /keys', [TOKEN]),
  events: ask('GET /events'),
  'events-token': ask('GET /events', [TOKEN]),
  hook: postJson('/hook', {}),
  token: postJson('/token', USER),
  'token-anonymous': postJson('/token', {}),
  stats: ask('GET /stats'),
  websocket: ask('GET /ws'),
  none: ask('GET /nonesuch'),
  options: ask('OPTIONS /run'),
};

/** A salt-api without sessions. */
export const NO_SESSIONS: readonly Probe[] = Object.entries(STEPS).map(([what, step]) =>
  under('no-sessions', probe(`no-sessions.${what}`, 'nobody', step)),
);
