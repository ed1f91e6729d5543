import { gzipSync } from 'node:zlib';
import { expect, test } from '@playwright/test';
import type { Header } from '../../report/result.ts';
import { Normaliser } from '../../oracle/observed/normalise/normaliser.ts';
import { BEGAN, exchange, TARGET } from './recordings.ts';

const SESSION = 'a4adb9263aebc102855bbe03ae77195a8ad4ed43';
const OTHER_SESSION = '5f6e2c202b01cfcfe785d31d2916553d67c973cf';

function normaliser(runId?: string): Normaliser {
  const facts = { target: TARGET, began: BEGAN, ...(runId !== undefined && { runId }) };
  return new Normaliser(facts);
}

function reply(body: string, headers: readonly Header[] = []): unknown {
  const { reply: recorded } = exchange({ body, headers });
  return recorded && normaliser().reply(recorded);
}

/** Bodies of two runs against masters that behave the same. */
const SAME: Readonly<Record<string, readonly [string, string]>> = {
  'job ids': ['{"jid": "20261125021312802294"}', '{"jid": "20261125021313000001"}'],
  'start times': ['"2026, Nov 25 02:13:12.802294"', '"2026, Nov 25 02:13:13.000001"'],
  stamps: ['"_stamp": "2026-11-25T02:13:12.802294"', '"_stamp": "2026-11-25T02:13:14.000001"'],
  'when a token began': ['{"start": 1795572792.802294}', '{"start": 1795572793.8609698}'],
  tokens: [`{"token": "${SESSION}"}`, `{"token": "${OTHER_SESSION}"}`],
  'the order of minions': ['{"web1": true, "web2": true}', '{"web2": true, "web1": true}'],
  'the order of jobs': [
    '{"20261125021312900001": 1, "20261125021312900002": 2}',
    '{"20261125021312900002": 2, "20261125021312900001": 1}',
  ],
  'process ids': ['{"pid": 12}', '{"pid": 3456}'],
  'the process of a state run': ['is running as PID 12 and', 'is running as PID 345 and'],
  'durations of states': ['{"duration": 0.31}', '{"duration": 12.004}'],
  'the frames of a traceback': [
    JSON.stringify(
      'Traceback (most recent call last):\n  File "a", line 1, in b\n    c()\n    ^^^\nKeyError: d',
    ),
    JSON.stringify(
      'Traceback (most recent call last):\n  File "e", line 2, in f\n    g()\nKeyError: d',
    ),
  ],
  'which Python it is': [
    'Server: WSGIServer/0.2 CPython/3.11.7',
    'Server: WSGIServer/0.2 CPython/3.13.0',
  ],
  'where Python is': ['File "/a/site-packages/salt/x.py"', 'File "/b/c/site-packages/salt/x.py"'],
};

for (const [what, [first, second]] of Object.entries(SAME))
  test(`${what} do not matter`, () => {
    expect(first).not.toBe(second);
    expect(reply(first)).toEqual(reply(second));
  });

/** Bodies that differ in what Salt decides. */
const DIFFERENT: Readonly<Record<string, readonly [string, string]>> = {
  'a made-up job id': ['{"jid": "20240101000000000000"}', '{"jid": "20240101000000000001"}'],
  'a job id that is a number': ['{"jid": 20261125021312802294}', '{"jid": "20261125021312802294"}'],
  'one job and two': [
    '["20261125021312802294", "20261125021312802294"]',
    '["20261125021312802294", "20261125021312802295"]',
  ],
  'the time zone of a stamp': [
    '"2026-11-25T02:13:12.802294"',
    '"2026-11-25T02:13:12.802294+00:00"',
  ],
  'how long a token lives': ['{"expire": 1795615992.8}', '{"expire": 1795612392.8}'],
  'a token that has expired': ['{"expire": 1795572792.8}', '{"expire": 1795572692.8}'],
  'whole seconds and parts of them': ['{"ts": 1795572792}', '{"ts": 1795572792.0}'],
  'a token that nobody was given': [`{"id": "${SESSION}"}`, `{"id": "${OTHER_SESSION}"}`],
  'the order of other keys': ['{"web1": 1, "ret": 2}', '{"ret": 2, "web1": 1}'],
  'the order of a list of minions': [
    '{"minions": ["web1", "web2"]}',
    '{"minions": ["web2", "web1"]}',
  ],
  'what a minion returns': ['{"web1": true, "web2": false}', '{"web1": false, "web2": true}'],
  'a minion that is missing': ['{"web1": true, "web2": true}', '{"web1": true}'],
  blanks: ['{"web1": true, "web2": true}', '{"web1": true,"web2": true}'],
  escapes: ['{"a": "\\u00fc"}', '{"a": "ü"}'],
  'the spelling of numbers': ['{"a": 1.0}', '{"a": 1}'],
  'a file of Salt': ['"/a/site-packages/salt/x.py"', '"/a/site-packages/salt/y.py"'],
  'what was raised': [
    'Traceback (most recent call last):\n  File "a", line 1, in b\nKeyError: a',
    'Traceback (most recent call last):\n  File "a", line 1, in b\nKeyError: b',
  ],
  'a traceback that is not there': [
    'Traceback (most recent call last):\nKeyError: a',
    'KeyError: a',
  ],
  'the end of a line': ['a\n', 'a'],
};

for (const [what, [first, second]] of Object.entries(DIFFERENT))
  test(`${what} matters`, () => expect(reply(first)).not.toEqual(reply(second)));

test('the order and the case of headers matter', () => {
  const [a, b]: Header[] = [
    ['Allow', 'GET'],
    ['Vary', 'Accept'],
  ];
  if (a === undefined || b === undefined) throw new Error('two headers');
  expect(reply('', [a, b])).not.toEqual(reply('', [b, a]));
  expect(reply('', [a])).not.toEqual(reply('', [['allow', 'GET']]));
});

/** A session's cookie that expires at this hour. */
function cookie(hour: string): Header {
  return ['Set-Cookie', `session_id=${SESSION}; expires=Wed, 25 Nov 2026 ${hour}:13:12 GMT`];
}

test('a cookie that lives for another time matters', () => {
  expect(reply('', [cookie('12')])).toMatchObject({
    headers: ['Date: <date>', 'Set-Cookie: session_id=<session 1>; expires=<date + 36000 s>'],
  });
  expect(reply('', [cookie('12')])).not.toEqual(reply('', [cookie('11')]));
});

/** The length that is kept of a reply with this body and this header. */
function shownLength(body: string, length: number): string | undefined {
  const { headers } = reply(body, [['Content-Length', String(length)]]) as { headers: string[] };
  return headers[1];
}

test('a length is right or wrong, whatever it is', () => {
  expect(shownLength('ü', 2)).toBe('Content-Length: <length>');
  expect(shownLength('ü', 1)).toBe('Content-Length: 1');
});

test('what is known by one name is known by it from step to step', () => {
  const run = normaliser();
  const given = exchange({
    headers: [['X-Auth-Token', SESSION]],
    body: '{"jid": "20261125021312802294"}',
  });
  if (given.reply !== undefined) run.reply(given.reply);
  const request = {
    method: 'GET',
    path: '/jobs/20261125021312802294',
    headers: [['X-Auth-Token', SESSION]] as Header[],
    body: '',
  };
  expect(run.request(request)).toEqual({
    request: 'GET /jobs/<jid 1>',
    headers: ['X-Auth-Token: <session 1>'],
  });
  expect(run.filled('GET /jobs/<jid 1>')).toBe('GET /jobs/20261125021312802294');
  expect(run.filled('GET /jobs/<jid 2>')).toBe('GET /jobs/<jid 2>');
  expect(run.lacks('<jid 1> <jid 2>')).toBe(true);
});

test('a token that the suite made up stays, even where the target repeats it', () => {
  const run = normaliser();
  const headers: Header[] = [['Cookie', `session_id=${SESSION}`]];
  run.request({ method: 'GET', path: '/', headers, body: '' });
  expect(run.received(`Set-Cookie: session_id=${SESSION};`)).toContain(SESSION);
});

test('names of the run are those of every run, numbered from the first', () => {
  const run = normaliser('mwvho6yy');
  expect(run.sent('nobody-mwvho6yy-0-0042')).toBe('nobody-observed-0-0001');
  expect(run.sent('x-mwvho6yy-0-0043')).toBe('x-observed-0-0002');
  expect(run.received('"nobody-mwvho6yy-0-0042"')).toBe('"nobody-observed-0-0001"');
});

test('jobs from before the recording are left out', () => {
  const jobs =
    '{"20261125021312499000": {"Function": "a"}, "20261125021312501000": {"Function": "b"}}';
  expect(normaliser().received(jobs)).toBe('{"<jid 1>": {"Function": "b"}}');
});

test('the minions that a job goes to come in any order', () => {
  const [first, second] = ['["web2", "web1"]', '["web1", "web2"]'].map((minions) =>
    normaliser().received(`{"jid": "x", "minions": ${minions}}`),
  );
  expect(first).toBe(second);
});

test('a compressed text is compared as text, with the head it came with', () => {
  const base64 = gzipSync('{"pid": 12}').toString('base64');
  const { reply: plain } = exchange();
  const compressed = plain && normaliser().reply({ ...plain, body: { base64 } });
  expect(compressed).toMatchObject({ body: { gzip: '{"pid": <pid>}' } });
});

test('over a bare connection the same is replaced, and line ends stay', () => {
  const text =
    'HTTP/1.1 400 Bad Request\r\nDate: Wed, 25 Nov 2026 02:13:12 GMT\r\nContent-Length: 2\r\n\r\nno';
  expect(normaliser().raw(text)).toEqual([
    'HTTP/1.1 400 Bad Request\r',
    'Date: <date>\r',
    'Content-Length: <length>\r',
    '\r',
    'no',
  ]);
  expect(normaliser().raw(text.replace('\r\n\r\n', '\n\n'))).not.toEqual(normaliser().raw(text));
});

test('the host that was asked is named', () => {
  expect(normaliser().sent('Host: 127.0.0.1:8308')).toBe('Host: <host>');
  expect(normaliser().received('Location: http://127.0.0.1:8308/login')).toBe(
    'Location: http://<host>/login',
  );
  expect(normaliser().filled('Host: <host>')).toBe('Host: 127.0.0.1:8308');
});
