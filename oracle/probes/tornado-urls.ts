import type { JsonObject } from '../fixture.ts';
import { ask, credentialsOf, JSON_IN, probe, under, type Probe } from './probe.ts';
import { get, post, TOKEN } from './tornado-probe.ts';

const GOOD = credentialsOf('saltdev');
const FORM = 'Content-Type: application/x-www-form-urlencoded';

/** Chunks of /minions by what is odd about them. */
const MINION_CHUNKS: Readonly<Record<string, JsonObject>> = {
  job: { tgt: 'web1', fun: 'test.ping' },
  named: { client: 'local_async', tgt: 'web1', fun: 'test.ping' },
  local: { client: 'local', tgt: 'web1', fun: 'test.ping' },
  runner: { client: 'runner', fun: 'test.arg' },
  'client-null': { client: null, tgt: 'web1', fun: 'test.ping' },
  nobody: { tgt: 'nobody', fun: 'test.ping' },
  'no-fun': { tgt: 'web1' },
  'no-tgt': { fun: 'test.ping' },
  arg: { tgt: 'web1', fun: 'test.echo', arg: 'abc' },
};

/** Chunks of /run by what they bring. */
const RUN_CHUNKS: Readonly<Record<string, JsonObject>> = {
  runner: { client: 'runner', fun: 'test.arg', arg: ['a'], ...GOOD },
  'runner-async': { client: 'runner_async', fun: 'test.arg', ...GOOD },
  local: { client: 'local', tgt: 'web1', fun: 'test.ping', ...GOOD },
  'local-async': { client: 'local_async', tgt: 'web1', fun: 'test.ping', ...GOOD },
  nothing: { client: 'runner', fun: 'test.arg' },
  'no-eauth': { client: 'runner', fun: 'test.arg', username: 'saltdev', password: 'x' },
  'wrong-password': { client: 'runner', fun: 'test.arg', ...GOOD, password: 'x' },
  'wrong-password-local': { client: 'local', tgt: '*', fun: 'test.ping', ...GOOD, password: 'x' },
  'unknown-eauth': { client: 'runner', fun: 'test.arg', ...GOOD, eauth: 'nosuch' },
  'unknown-eauth-local': { client: 'local', tgt: '*', fun: 'test.ping', ...GOOD, eauth: 'nosuch' },
  'token-unknown': { client: 'runner', fun: 'test.arg', token: 'x', ...GOOD },
  'not-permitted': {
    client: 'runner',
    fun: 'manage.up',
    ...credentialsOf('limited'),
  },
  'not-permitted-local': {
    client: 'local',
    tgt: '*',
    fun: 'cmd.run',
    arg: ['true'],
    ...credentialsOf('limited'),
  },
  'unknown-client': { client: 'wheel', fun: 'key.list_all', ...GOOD },
};

/** What rest_tornado's own URLs are asked. */
export const TORNADO_URLS: readonly Probe[] = [
  ...Object.entries(MINION_CHUNKS).map(([name, chunk]) =>
    probe(`tornado-minions.${name}`, 'saltdev', post('/minions', chunk), post('/minions', [chunk])),
  ),
  probe(
    'tornado-minions.bad-one-among',
    'saltdev',
    post('/minions', [{ tgt: 'nobody', fun: 'test.ping' }, { client: 'runner' }]),
  ),
  probe('tornado-minions.empty-list', 'saltdev', post('/minions', [])),
  probe('tornado-minions.get-nobody', 'saltdev', get('/minions/nobody'), get('/minions/no%20b/d')),
  probe(
    'tornado-minions.get-yaml',
    'saltdev',
    get('/minions/nobody', 'Accept: application/x-yaml'),
  ),
  ...Object.entries(RUN_CHUNKS).map(([name, chunk]) =>
    probe(
      `tornado-run.${name}`,
      'nobody',
      ask('POST /run', [JSON_IN], JSON.stringify([chunk, chunk])),
    ),
  ),
  probe(
    'tornado-run.form',
    'nobody',
    ask(
      'POST /run?arg=b',
      [FORM],
      'client=runner&fun=test.arg&arg=a&username=saltdev&password=S3cret%21one&eauth=sharedsecret',
    ),
  ),
  probe('tornado-run.get', 'nobody', ask('GET /run'), ask('GET /run', ['Accept: text/html'])),
  probe(
    'tornado-jobs.unknown',
    'saltdev',
    get('/jobs/20000101000000000000'),
    get('/jobs/abc'),
    get('/jobs/20000101000000000000', 'Accept: application/x-yaml'),
  ),
  probe('tornado-jobs.post', 'saltdev', post('/jobs', [{ client: 'runner', fun: 'test.arg' }])),
  probe('tornado-events.post', 'saltdev', post('/events', [{ client: 'runner', fun: 'test.arg' }])),
  probe(
    'tornado-events.refused',
    'saltdev',
    ask('GET /events'),
    get('/events', 'Accept: text/event-stream'),
    ask('GET /events', [TOKEN], '{'),
  ),
  probe(
    'tornado-hook.answers',
    'saltdev',
    post('/hook', {}),
    post('/hook/', {}),
    post('/hook/a/b', { a: 1 }),
    post('/hook/%ff', {}),
    post('/hook?x=%ff', {}),
    post('/hook', [1]),
    post('/hook', null),
    post('/hook', 'text'),
  ),
  probe(
    'tornado-hook.refused',
    'saltdev',
    ask('POST /hook', [JSON_IN], '{}'),
    ask('POST /hook', [TOKEN]),
    ask('POST /hook', [TOKEN, JSON_IN], '{'),
    ask('POST /hook', [TOKEN, 'Content-Type: text/html'], '{}'),
    ask('GET /hook', [TOKEN]),
  ),
  probe(
    'tornado-hook.yaml-out',
    'saltdev',
    ask('POST /hook', [TOKEN, JSON_IN, 'Accept: application/x-yaml'], '{}'),
  ),
].map((asked) => under('tornado', asked));
