import { expect, test } from '@playwright/test';
import { Redactor } from '../../specs/target/redact.ts';

const TOKEN = '0123456789abcdef0123456789abcdef01234567';
const redactor = new Redactor({
  credentials: { username: 'saltdev', password: 'Corr3ct "horse"', eauth: 'pam' },
});

test.describe('of a text these are taken out:', () => {
  const cases: readonly (readonly [title: string, text: string, shown: string])[] = [
    [
      'a password in JSON',
      '{"password": "se\\"cret", "tgt": "*"}',
      '{"password": "…", "tgt": "*"}',
    ],
    ['a password as Python prints it', "{'password': 'secret'}", "{'password': '…'}"],
    [
      'a password in a form',
      'username=a&password=secret&eauth=pam',
      'username=a&password=…&eauth=pam',
    ],
    [
      'a password in YAML',
      '- username: a\n  password: secret word\n',
      '- username: a\n  password: …\n',
    ],
    ['a token in a query', '/events?token=abcdefghijkl', '/events?token=abcd…'],
    ['a token in JSON', `{"token": "${TOKEN}"}`, '{"token": "0123…"}'],
    ['a session id anywhere', `session_id=${TOKEN}; Path=/`, 'session_id=0123…; Path=/'],
    ['a token of the master, 64 digits', `ran as ${'ab'.repeat(32)}.`, 'ran as abab….'],
    ['the password of the run, anywhere', 'I am Corr3ct "horse"!', 'I am …!'],
    ['the password of the run, within JSON', '["Corr3ct \\"horse\\""]', '["…"]'],
    ['the password of the run, within a form', 'p=Corr3ct%20%22horse%22', 'p=…'],
    [
      'a private key',
      '{"priv": "-----BEGIN RSA PRIVATE KEY-----\\nMIIE\\n-----END RSA PRIVATE KEY-----"}',
      '{"priv": "…"}',
    ],
    [
      'a private key in the open',
      '-----BEGIN PRIVATE KEY-----\nMIIE\n-----END PRIVATE KEY-----\n',
      '-----BEGIN PRIVATE KEY-----…-----END PRIVATE KEY-----\n',
    ],
  ];
  for (const [title, text, shown] of cases)
    test(title, () => {
      expect(redactor.text(text)).toBe(shown);
    });
});

test.describe('of a header the secret is taken out and its form is kept:', () => {
  const cases: readonly (readonly [string, string, string])[] = [
    ['X-Auth-Token', TOKEN, '0123…'],
    ['x-auth-token', 'short', 'short'],
    ['Authorization', 'Basic c2FsdGRldjpzZWNyZXQ=', 'Basic c2Fs…'],
    ['Cookie', `a=1; session_id=${TOKEN}; b=something-long`, 'a=1; session_id=0123…; b=some…'],
    [
      'Set-Cookie',
      `session_id=${TOKEN}; Max-Age=36000; Path=/`,
      'session_id=0123…; Max-Age=36000; Path=/',
    ],
    ['Content-Type', 'application/json', 'application/json'],
  ];
  for (const [name, value, shown] of cases)
    test(`${name}: ${shown}`, () => {
      expect(redactor.headers([[name, value]])).toEqual([[name, shown]]);
    });
});

test('what is no secret stays: jids, fingerprints, other words', () => {
  const text = '{"jid": "20260102030405678901", "key": "ab:cd", "user": "saltdev", "tokens": 3}';
  expect(redactor.text(text)).toBe(text);
});

test('a password that is also the name of its user hides nothing', () => {
  const same = new Redactor({
    credentials: { username: 'saltdev', password: 'saltdev', eauth: 'pam' },
  });
  expect(same.text('user saltdev, {"password": "saltdev"}')).toBe(
    'user saltdev, {"password": "…"}',
  );
});

test('the token of the run is taken out whatever it looks like', () => {
  expect(new Redactor({ token: 'not-hex-at-all' }).text('saw not-hex-at-all')).toBe('saw not-…');
});
