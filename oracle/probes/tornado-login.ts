import { ask, credentialsOf, JSON_IN, JSON_OUT, probe, under, type Probe } from './probe.ts';
import { run, TOKEN } from './tornado-probe.ts';

const GOOD = credentialsOf('saltdev');
const FORM = 'Content-Type: application/x-www-form-urlencoded';
const YAML_IN = 'Content-Type: application/x-yaml';
const FIELDS = 'username=saltdev&password=S3cret%21one&eauth=sharedsecret';
const UNKNOWN = '0123456789abcdef'.repeat(4);

/** POST /login with this as JSON, without a token. */
function logIn(body: object, ...headers: readonly string[]) {
  return ask('POST /login', [JSON_OUT, JSON_IN, ...headers], JSON.stringify(body));
}

/** Log-ins by what is odd about them. */
const BODIES: Readonly<Record<string, object>> = {
  good: GOOD,
  limited: credentialsOf('limited'),
  runneronly: credentialsOf('runneronly'),
  ops: credentialsOf('ops'),
  picky: credentialsOf('picky'),
  stranger: credentialsOf('stranger'),
  auto: { username: 'guest', password: 'any', eauth: 'auto' },
  'auto-stranger': { username: 'stranger', password: 'any', eauth: 'auto' },
  list: [GOOD],
  'no-eauth': { username: 'saltdev', password: 'x' },
  'no-password': { username: 'saltdev', eauth: 'sharedsecret' },
  'unknown-eauth': { ...GOOD, eauth: 'nonesuch' },
  'eauth-not-configured': { ...GOOD, eauth: 'pam' },
  'eauth-number': { ...GOOD, eauth: 5 },
  'eauth-null': { ...GOOD, eauth: null },
  'eauth-list': { ...GOOD, eauth: ['sharedsecret'] },
  'username-number': { ...GOOD, username: 7 },
  'username-null': { ...GOOD, username: null },
  'username-list': { ...GOOD, username: ['saltdev'] },
  'username-empty': { ...GOOD, username: '' },
  'password-number': { ...GOOD, password: 7 },
  'password-null': { ...GOOD, password: null },
  'expire-600': { ...GOOD, token_expire: 600 },
  'expire-text': { ...GOOD, token_expire: 'x' },
  'extra-key': { ...GOOD, colour: 'red' },
  arg: { ...GOOD, arg: 'a' },
};

/** Cookies that carry a token, or look so. */
const COOKIES: Readonly<Record<string, string>> = {
  plain: 'session_id=<token 1>',
  quoted: 'session_id="<token 1>"',
  among: 'a=b; session_id=<token 1>; c=d',
  'no-blank': 'a=b;session_id=<token 1>;c=d',
  'last-counts': 'session_id=x; session_id=<token 1>',
  'first-does-not': 'session_id=<token 1>; session_id=x',
  'behind-nonsense': 'nonsense; a@b=c; session_id = <token 1>',
  case: 'Session_ID=<token 1>',
  empty: 'session_id=',
};

/** Log-ins of rest_tornado, and what tokens are good for. */
export const TORNADO_LOGIN: readonly Probe[] = [
  ...Object.entries(BODIES).map(([name, body]) =>
    probe(`tornado-login.${name}`, 'nobody', logIn(body)),
  ),
  probe('tornado-login.form', 'nobody', ask('POST /login', [FORM], FIELDS)),
  probe('tornado-login.form-charset', 'nobody', ask('POST /login', [`${FORM}; charset=x`], FIELDS)),
  probe(
    'tornado-login.form-twice',
    'nobody',
    ask('POST /login', [FORM], `${FIELDS}&username=saltdev`),
  ),
  probe(
    'tornado-login.form-and-query',
    'nobody',
    ask('POST /login?eauth=sharedsecret', [FORM], 'username=saltdev&password=S3cret%21one'),
    ask('POST /login?eauth=x', [FORM], FIELDS),
  ),
  probe('tornado-login.query', 'nobody', ask(`POST /login?${FIELDS}`)),
  probe(
    'tornado-login.yaml',
    'nobody',
    ask('POST /login', [YAML_IN], 'username: saltdev\npassword: S3cret!one\neauth: sharedsecret\n'),
  ),
  probe('tornado-login.accept-yaml', 'nobody', logIn(GOOD, 'Accept: application/x-yaml')),
  probe(
    'tornado-login.yaml-out',
    'nobody',
    ask('POST /login', [JSON_IN, 'Accept: application/x-yaml'], JSON.stringify(GOOD)),
    ask('GET /login', ['Accept: application/x-yaml']),
  ),
  probe('tornado-login.no-body', 'nobody', ask('POST /login')),
  probe('tornado-login.again', 'saltdev', logIn(GOOD, TOKEN), logIn({}, TOKEN)),
  probe('tornado-login.get', 'saltdev', ask('GET /login'), ask('GET /login', [TOKEN])),
  ...Object.entries(COOKIES).map(([name, cookie]) =>
    probe(`tornado-cookie.${name}`, 'saltdev', ask('POST /', [JSON_IN, `Cookie: ${cookie}`], '[]')),
  ),
  ...['', ' ', 'x', UNKNOWN, '../../etc/passwd', 'a/b', '.'].map((token, at) =>
    probe(
      `tornado-token.unknown-${at + 1}`,
      'saltdev',
      ask('POST /', [JSON_IN, `X-Auth-Token: ${token}`], '[]'),
      ask('POST /', [JSON_IN, `X-Auth-Token: ${token}`, 'Cookie: session_id=<token 1>'], '[]'),
      ask(
        'POST /run',
        [JSON_IN, `X-Auth-Token: ${token}`],
        JSON.stringify([
          { client: 'runner', fun: 'test.arg', ...GOOD },
          { client: 'local', tgt: 'nobody', fun: 'test.ping', ...GOOD },
        ]),
      ),
    ),
  ),
  ...['limited', 'runneronly'].map((asker) =>
    probe(
      `tornado-rights.${asker}`,
      asker === 'limited' ? 'limited' : 'runneronly',
      run({ client: 'local', tgt: '*', fun: 'test.ping' }),
      run({ client: 'local_async', tgt: '*', fun: 'cmd.run', arg: ['true'] }),
      run({ client: 'runner', fun: 'manage.up' }),
      run({ client: 'runner_async', fun: 'manage.up' }),
      run({ client: 'wheel', fun: 'key.list_all' }),
      ask('GET /minions', [TOKEN]),
    ),
  ),
].map((asked) => under('tornado', asked));
