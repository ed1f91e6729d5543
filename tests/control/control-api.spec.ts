import http from 'node:http';
import { text } from 'node:stream/consumers';
import { expect, test } from '@playwright/test';
import { startSimulator, type Simulator } from '../../simulator/index.ts';
import { runAsSaltdev } from '../simulator/run-as-saltdev.ts';

let simulator: Simulator;
test.beforeEach(async () => {
  simulator = await startSimulator();
});
test.afterEach(() => simulator.close());

interface Asked {
  readonly method?: string;
  readonly path: string;
  readonly body?: string;
  readonly headers?: Readonly<Record<string, string>>;
}

/** By node:http, since fetch sets Host and Origin itself. */
async function ask({ method = 'POST', path, body = '', headers = {} }: Asked) {
  const { port } = new URL(simulator.url);
  const request = http.request({ host: '127.0.0.1', port, method, path, headers }).end(body);
  const reply = await new Promise<http.IncomingMessage>((resolve, reject) => {
    request.once('response', resolve).once('error', reject);
  });
  return {
    status: reply.statusCode,
    type: reply.headers['content-type'],
    body: JSON.parse(await text(reply)) as unknown,
  };
}

function addAnswer(value: string) {
  const body = JSON.stringify({ answers: [{ fun: 'test.ping', return: value }] });
  return ask({ path: '/_saltproof/answers', body });
}

function removeAnswers(number: string) {
  return ask({ method: 'DELETE', path: `/_saltproof/answers${number}` });
}

test('tells what it controls', async () => {
  const { status, body } = await ask({ method: 'GET', path: '/_saltproof' });
  expect(status).toBe(200);
  expect(body).toMatchObject({ clock: 'virtual', salt: expect.stringMatching(/^3008/) });
});

test('moves the clock by whole and broken seconds', async () => {
  const before = (await ask({ method: 'GET', path: '/_saltproof' })).body as { now: number };
  for (const advance of ['60', '0.5', '1.0', '0'])
    expect((await ask({ path: '/_saltproof/clock', body: `{"advance": ${advance}}` })).status).toBe(
      200,
    );
  const after = (await ask({ method: 'GET', path: '/_saltproof' })).body as { now: number };
  expect(after.now - before.now).toBeCloseTo(61.5, 3);
});

test.describe('refuses, with the reason as JSON,', () => {
  const TAG = '"tag" must be a text that is not empty.';
  const SECONDS = '"advance" must be a number of seconds, 0 to 315360000.';
  const ANSWERS = 'The body must hold "answers", a list of rules, and nothing else.';
  const cases: readonly (readonly [title: string, asked: Asked, status: number, error: string])[] =
    [
      ['a body that is no JSON', { path: '/_saltproof/clock', body: '{' }, 400, 'is not JSON'],
      ['a list', { path: '/_saltproof/clock', body: '[1]' }, 400, 'must be a JSON object'],
      ['no body', { path: '/_saltproof/clock' }, 400, SECONDS],
      ['a text for seconds', { path: '/_saltproof/clock', body: '{"advance":"1"}' }, 400, SECONDS],
      ['a step back', { path: '/_saltproof/clock', body: '{"advance":-1}' }, 400, SECONDS],
      ['no end', { path: '/_saltproof/clock', body: '{"advance":Infinity}' }, 400, SECONDS],
      ['no number', { path: '/_saltproof/clock', body: '{"advance":NaN}' }, 400, SECONDS],
      ['an age', { path: '/_saltproof/clock', body: '{"advance":1e300}' }, 400, SECONDS],
      [
        'a key that nobody reads',
        { path: '/_saltproof/clock', body: '{"advance":1,"advnce":2}' },
        400,
        'Nobody reads "advnce" here. What is read: "advance".',
      ],
      [
        'the like of an event',
        { path: '/_saltproof/events', body: '{"tag":"a","date":{}}' },
        400,
        'Nobody reads "date" here. What is read: "tag", "data".',
      ],
      ['an event without a tag', { path: '/_saltproof/events', body: '{}' }, 400, TAG],
      ['an empty tag', { path: '/_saltproof/events', body: '{"tag":""}' }, 400, TAG],
      ['a number as tag', { path: '/_saltproof/events', body: '{"tag":1}' }, 400, TAG],
      [
        'a list as data',
        { path: '/_saltproof/events', body: '{"tag":"a","data":[]}' },
        400,
        '"data" must be an object.',
      ],
      ['answers that are not said', { path: '/_saltproof/answers', body: '{}' }, 400, ANSWERS],
      [
        'more than answers',
        { path: '/_saltproof/answers', body: '{"answers":[],"minions":{}}' },
        400,
        ANSWERS,
      ],
      [
        'a rule that does not fit',
        { path: '/_saltproof/answers', body: '{"answers":[{"fun":1}]}' },
        400,
        'The body says in answers.0.fun 1; it must be a text.',
      ],
      [
        'more than a megabyte',
        { path: '/_saltproof/events', body: ' '.repeat(1_100_000) },
        413,
        'The body cannot be read',
      ],
      [
        'a strange encoding',
        { path: '/_saltproof/events', body: '{}', headers: { 'Content-Encoding': 'zip' } },
        415,
        'The body cannot be read',
      ],
      [
        'a path that is not there',
        { method: 'GET', path: '/_saltproof/none?a=1' },
        404,
        'There is no GET /_saltproof/none?a=1 in the control API.',
      ],
      [
        'another method',
        { method: 'GET', path: '/_saltproof/clock' },
        404,
        'There is no GET /_saltproof/clock',
      ],
    ];
  for (const [title, asked, status, error] of cases)
    test(title, async () => {
      expect(await ask(asked)).toEqual({
        status,
        type: expect.stringContaining('application/json'),
        body: { error: expect.stringContaining(error) },
      });
    });
});

test.describe('scripts answers:', () => {
  const PING = { tgt: 'web1', fun: 'test.ping' };

  test('those of one request are taken away by its number', async () => {
    expect(await addAnswer('a')).toMatchObject({ status: 200, body: { added: 1 } });
    expect(await addAnswer('b')).toMatchObject({ status: 200, body: { added: 2 } });
    expect(await runAsSaltdev(simulator, PING)).toEqual({ web1: 'b' });
    expect(await removeAnswers('/2')).toMatchObject({ status: 200, body: { removed: 2 } });
    expect(await runAsSaltdev(simulator, PING)).toEqual({ web1: 'a' });
    const error = 'No answers were added as 2.';
    expect(await removeAnswers('/2')).toMatchObject({ status: 400, body: { error } });
  });

  test('all at once are taken away', async () => {
    await addAnswer('a');
    expect(await removeAnswers('')).toMatchObject({ status: 200, body: { removed: 'all' } });
    expect(await runAsSaltdev(simulator, PING)).toEqual({ web1: true });
    expect(await removeAnswers('/1')).toMatchObject({ status: 400 });
  });
});

test.describe('turns strangers away:', () => {
  const strangers: readonly (readonly [string, Readonly<Record<string, string>>, string])[] = [
    [
      'a page of another origin',
      { Origin: 'http://evil.example' },
      'Origin, "http://evil.example"',
    ],
    ['a page of another port', { Origin: 'http://127.0.0.1:1' }, 'Origin, "http://127.0.0.1:1"'],
    ['a page of no origin', { Origin: 'null' }, 'Origin, "null"'],
    ['a name that was pointed at this machine', { Host: 'evil.example' }, 'Host "evil.example"'],
    [
      'a name that begins like an address',
      { Host: '127.0.0.1.evil.example' },
      'Host "127.0.0.1.evil.example"',
    ],
    ['a name of dots', { Host: '..' }, 'Host ".."'],
  ];
  for (const [title, headers, says] of strangers)
    test(title, async () => {
      const body = JSON.stringify({ tag: 'from/a/stranger' });
      const refused = {
        status: 403,
        body: { error: expect.stringContaining(says) },
      };
      expect(await ask({ path: '/_saltproof/events', body, headers })).toMatchObject(refused);
      expect(await ask({ method: 'GET', path: '/_saltproof', headers })).toMatchObject(refused);
    });

  test('its own names are let in', async () => {
    const { host, port } = new URL(simulator.url);
    for (const headers of [
      { Host: `localhost:${port}` },
      { Host: `LocalHost:${port}`, Origin: `http://localhost:${port}` },
      { Host: host, Origin: `http://${host}` },
    ])
      expect((await ask({ method: 'GET', path: '/_saltproof', headers })).status).toBe(200);
  });
});

test("another case is another path, which is the master's to answer", async () => {
  const { origin } = new URL(simulator.url);
  const reply = await fetch(`${origin}/_SALTPROOF`);
  expect([reply.status, reply.headers.get('server')]).toEqual([404, 'CherryPy/18.10.0']);
});

test('a clock of real time cannot be moved', async () => {
  const wall = await startSimulator({ clock: 'wall' });
  try {
    const reply = await fetch(`${wall.control}/clock`, { method: 'POST', body: '{"advance": 1}' });
    expect(reply.status).toBe(400);
    expect(await reply.json()).toEqual({
      error: 'This simulator runs in real time; start it with --clock virtual to move its clock.',
    });
  } finally {
    await wall.close();
  }
});

test('the journal tells which module was asked', async () => {
  const modules = ['cherrypy', 'tornado', 'wsgi'] as const;
  const several = await startSimulator({ netapi: modules });
  try {
    for (const name of modules) await fetch(several.urls[name] ?? '');
    const requests = [
      { netapi: 'cherrypy', method: 'GET', path: '/', status: 200 },
      { netapi: 'tornado', method: 'GET', path: '/', status: 200 },
      { netapi: 'wsgi', method: 'GET', path: '/', status: 500 },
    ];
    expect(several.journal.requests()).toMatchObject(requests);
    const told = await fetch(`${several.control}/journal`);
    expect(((await told.json()) as { requests: unknown[] }).requests.slice(0, 3)).toEqual(requests);
  } finally {
    await several.close();
  }
});
