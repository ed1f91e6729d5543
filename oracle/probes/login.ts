import {
  ask,
  credentialsOf,
  get,
  JSON_IN,
  JSON_OUT,
  post,
  probe,
  SESSION,
  type Probe,
} from './probe.ts';

const GOOD = credentialsOf('saltdev');
const FORM = 'Content-Type: application/x-www-form-urlencoded';
const YAML_IN = 'Content-Type: application/x-yaml';
const FORM_BODY = 'username=saltdev&password=S3cret%21one&eauth=sharedsecret';

/** POST /login with this as JSON, without a session. */
function logIn(body: object, ...headers: readonly string[]) {
  return ask('POST /login', [JSON_OUT, JSON_IN, ...headers], JSON.stringify(body));
}

/** Log-ins, log-outs and what sessions are good for. */
export const LOGIN: readonly Probe[] = [
  probe('login.form', 'nobody', ask('POST /login', [FORM], FORM_BODY)),
  probe(
    'login.form-with-charset',
    'nobody',
    ask('POST /login', [`${FORM}; charset=utf-8`], FORM_BODY),
  ),
  probe(
    'login.yaml',
    'nobody',
    ask('POST /login', [YAML_IN], 'username: saltdev\npassword: S3cret!one\neauth: sharedsecret\n'),
  ),
  probe(
    'login.text-yaml',
    'nobody',
    ask(
      'POST /login',
      ['Content-Type: text/yaml'],
      'username: saltdev\npassword: S3cret!one\neauth: sharedsecret\n',
    ),
  ),
  probe(
    'login.accept-yaml',
    'nobody',
    ask('POST /login', ['Accept: application/x-yaml', JSON_IN], JSON.stringify(GOOD)),
  ),
  probe(
    'login.accept-text',
    'nobody',
    ask('POST /login', ['Accept: text/plain', JSON_IN], JSON.stringify(GOOD)),
  ),
  probe('login.no-body', 'nobody', ask('POST /login')),
  probe('login.empty-object', 'nobody', logIn({})),
  probe('login.empty-list', 'nobody', logIn([])),
  probe('login.list', 'nobody', logIn([GOOD])),
  probe('login.list-of-two', 'nobody', logIn([GOOD, GOOD])),
  probe('login.broken-json', 'nobody', ask('POST /login', [JSON_IN], '{"username"')),
  probe('login.broken-yaml', 'nobody', ask('POST /login', [YAML_IN], 'a: [')),
  probe('login.text-body', 'nobody', ask('POST /login', ['Content-Type: text/plain'], FORM_BODY)),
  probe('login.no-password', 'nobody', logIn({ username: 'saltdev', eauth: 'sharedsecret' })),
  probe('login.no-eauth', 'nobody', logIn({ username: 'saltdev', password: 'x' })),
  probe('login.unknown-eauth', 'nobody', logIn({ ...GOOD, eauth: 'nonesuch' })),
  probe('login.unknown-user', 'nobody', logIn({ ...GOOD, username: 'stranger' })),
  probe('login.auto', 'nobody', logIn({ username: 'guest', password: 'any', eauth: 'auto' })),
  probe(
    'login.auto-unknown',
    'nobody',
    logIn({ username: 'stranger', password: 'any', eauth: 'auto' }),
  ),
  probe('login.limited', 'nobody', logIn(credentialsOf('limited'))),
  probe('login.runneronly', 'nobody', logIn(credentialsOf('runneronly'))),
  probe('login.username-number', 'nobody', logIn({ ...GOOD, username: 7 })),
  probe('login.username-null', 'nobody', logIn({ ...GOOD, username: null })),
  probe('login.expire-600', 'nobody', logIn({ ...GOOD, token_expire: 600 })),
  probe('login.expire-text', 'nobody', logIn({ ...GOOD, token_expire: '600' })),
  probe('login.expire-negative', 'nobody', logIn({ ...GOOD, token_expire: -600 })),
  probe('login.extra-key', 'nobody', logIn({ ...GOOD, colour: 'red' })),
  probe('login.get', 'nobody', ask('GET /login', ['Accept: application/x-yaml'])),
  probe('login.get-with-session', 'saltdev', get('/login')),
  probe('login.head', 'nobody', ask('HEAD /login')),
  probe('login.put', 'nobody', ask('PUT /login', [JSON_IN], '{}')),
  probe('login.delete', 'nobody', ask('DELETE /login')),
  probe('login.options', 'nobody', ask('OPTIONS /login')),
  probe('login.query', 'nobody', ask('GET /login?a=b')),
  probe('login.segment', 'nobody', ask('GET /login/x')),
  probe(
    'login.again',
    'saltdev',
    ask('POST /login', [JSON_OUT, JSON_IN, SESSION], JSON.stringify(GOOD)),
  ),
  probe(
    'login.as-another',
    'saltdev',
    ask('POST /login', [JSON_OUT, JSON_IN, SESSION], JSON.stringify(credentialsOf('limited'))),
  ),
  probe(
    'login.with-foreign-cookie',
    'nobody',
    logIn(GOOD, 'Cookie: session_id=00000000000000000000000000000000deadbeef'),
  ),
  probe('logout.post', 'saltdev', post('/logout', {}), post('/', [])),
  probe('logout.twice', 'saltdev', post('/logout', {}), post('/logout', {})),
  probe('logout.anonymous', 'nobody', ask('POST /logout', [JSON_OUT, JSON_IN], '{}')),
  probe('logout.get', 'saltdev', get('/logout')),
  probe('logout.no-body', 'saltdev', ask('POST /logout', [SESSION])),
  probe(
    'session.cookie',
    'saltdev',
    ask('GET /minions/web1', ['Cookie: session_id=<session 1>', JSON_OUT]),
  ),
  probe(
    'session.both',
    'saltdev',
    ask('POST /', [JSON_IN, SESSION, 'Cookie: session_id=0000'], '[]'),
  ),
  probe(
    'session.unknown',
    'nobody',
    ask('POST /', [JSON_IN, 'X-Auth-Token: 00000000000000000000000000000000deadbeef'], '[]'),
  ),
  probe('session.odd-token', 'nobody', ask('POST /', [JSON_IN, 'X-Auth-Token: not hex'], '[]')),
  probe('session.empty-token', 'nobody', ask('POST /', [JSON_IN, 'X-Auth-Token: '], '[]')),
];
