import type { ObservedStep } from '../observed/observed.ts';
import {
  ask,
  bytes,
  credentialsOf,
  JSON_IN,
  JSON_OUT,
  probe,
  SESSION,
  under,
  type Probe,
} from './probe.ts';

const USER = JSON.stringify(credentialsOf('saltdev'));
const CHUNKS = JSON.stringify([
  { ...credentialsOf('saltdev'), client: 'runner', fun: 'test.arg', arg: [1] },
]);

const STEPS: Readonly<Record<string, ObservedStep>> = {
  'outside-root': ask('GET /'),
  'outside-login': ask('GET /login'),
  'outside-run': ask('POST /run', [JSON_IN], '[]'),
  'outside-head': ask('HEAD /'),
  'outside-options': ask('OPTIONS /'),
  'outside-gzip': ask('GET /', ['Accept-Encoding: gzip']),
  'outside-json': ask('GET /', [JSON_OUT]),
  'outside-origin': ask('GET /', ['Origin: http://a.example']),
  'outside-1.0': bytes('GET / HTTP/1.0'),
  beside: ask('GET /apix'),
  'no-slash': ask('GET /api'),
  'no-slash-query': ask('GET /api?x=1'),
  'no-slash-head': ask('HEAD /api'),
  'no-slash-post': ask('POST /api', [JSON_IN], '[]'),
  slash: ask('GET /api/'),
  'slash-json': ask('GET /api/', [JSON_OUT]),
  'slash-post': ask('POST /api/', [JSON_IN, JSON_OUT], CHUNKS),
  'slash-options': ask('OPTIONS /api/'),
  'two-slashes': ask('GET //api/'),
  index: ask('GET /api/index'),
  login: ask('GET /api/login'),
  minions: ask('GET /api/minions'),
  jobs: ask('GET /api/jobs'),
  keys: ask('GET /api/keys'),
  stats: ask('GET /api/stats'),
  events: ask('GET /api/events'),
  none: ask('GET /api/nonesuch'),
  run: ask('POST /api/run', [JSON_IN, JSON_OUT], CHUNKS),
  hook: ask('POST /api/hook', [JSON_IN], '{}'),
  token: ask('POST /api/token', [JSON_IN, JSON_OUT], USER),
};

const BEYOND: readonly Probe[] = [
  probe(
    'prefix.session',
    'nobody',
    ask('POST /api/login', [JSON_IN, JSON_OUT], USER),
    ask('GET /api/jobs/20240102030405678901', [SESSION, JSON_OUT]),
    ask('GET /jobs', [SESSION, JSON_OUT]),
    ask('POST /api/logout', [SESSION, JSON_OUT]),
    ask('GET /api/minions', [SESSION]),
  ),
];

/** A salt-api below /api. */
export const ROOT_PREFIX: readonly Probe[] = [
  ...Object.entries(STEPS).map(([what, step]) => probe(`prefix.${what}`, 'nobody', step)),
  ...BEYOND,
].map((asked) => under('prefix', asked));
