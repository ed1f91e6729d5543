import { once } from 'node:events';
import http from 'node:http';
import { expect, test } from '@playwright/test';
import { startSimulator, type Simulator } from '../../simulator/index.ts';

/*
 * rest_tornado as 3006.28, 3007.15 and 3008.3 were seen to answer.
 */

const JSON_BODY = { 'Content-Type': 'application/json' };
const CREDENTIALS = JSON.stringify({ username: 'saltdev', password: 'saltdev', eauth: 'pam' });

interface Answer {
  readonly status: number;
  /** Names and values in the order of the wire, dates left out. */
  readonly head: readonly string[];
  readonly body: string;
}

async function ask(
  { url }: Simulator,
  method: string,
  path: string,
  headers: Readonly<Record<string, string>> = {},
  body = '',
): Promise<Answer> {
  const request = http.request(url + path, { method, headers });
  request.end(body);
  const [response] = (await once(request, 'response')) as [http.IncomingMessage];
  const chunks: Buffer[] = [];
  for await (const chunk of response) chunks.push(chunk as Buffer);
  const raw = response.rawHeaders;
  const head = raw.flatMap((name, at) =>
    at % 2 === 1 || name === 'Date' ? [] : [`${name}: ${raw[at + 1]}`],
  );
  return { status: response.statusCode ?? 0, head, body: Buffer.concat(chunks).toString() };
}

async function withTornado(
  salt: string,
  body: (simulator: Simulator) => Promise<void>,
): Promise<void> {
  const simulator = await startSimulator({ salt, netapi: ['tornado'] });
  try {
    await body(simulator);
  } finally {
    await simulator.close();
  }
}

async function tokenOf(simulator: Simulator): Promise<Record<string, string>> {
  const { body } = await ask(simulator, 'POST', '/login', JSON_BODY, CREDENTIALS);
  const { return: logins } = JSON.parse(body) as { return: { token: string }[] };
  return { ...JSON_BODY, 'X-Auth-Token': logins[0]?.token ?? '' };
}

test('anybody is welcome at /, and has an Etag for it', async () => {
  await withTornado('3008', async (simulator) => {
    expect(await ask(simulator, 'GET', '/')).toEqual({
      status: 200,
      head: [
        'Server: TornadoServer/6.6.1',
        'Content-Type: application/json',
        'Etag: "5567ff3a1e7658402068967f12529a6064228be6"',
        'Content-Length: 84',
      ],
      body: '{"clients": ["local", "local_async", "runner", "runner_async"], "return": "Welcome"}',
    });
  });
});

test('the Tornado that the Server header names can be set', async () => {
  const simulator = await startSimulator({ netapi: ['tornado'], tornadoVersion: '4.5.3' });
  try {
    expect((await ask(simulator, 'GET', '/')).head).toContain('Server: TornadoServer/4.5.3');
  } finally {
    await simulator.close();
  }
});

test('whoever has not signed in is sent to /login', async () => {
  await withTornado('3008', async (simulator) => {
    for (const [method, path] of [
      ['POST', '/'],
      ['GET', '/minions'],
      ['GET', '/jobs'],
      ['GET', '/events'],
    ] as const)
      expect(await ask(simulator, method, path)).toEqual({
        status: 302,
        head: [
          'Server: TornadoServer/6.6.1',
          'Content-Type: text/html; charset=UTF-8',
          'Location: /login',
          'Content-Length: 0',
        ],
        body: '',
      });
  });
});

test('low data is 200 whatever comes of it, and its failures are texts', async () => {
  await withTornado('3007', async (simulator) => {
    const headers = await tokenOf(simulator);
    const chunks = [
      { client: 'local', tgt: 'web*', fun: 'test.ping' },
      { client: 'local', tgt: 'nobody', fun: 'test.ping' },
      { client: 'local', fun: 'test.ping' },
      { client: 'runner' },
      { client: 'runner', fun: 'test.arg', arg: ['a'], token: 'none' },
      { client: 'local', tgt: '*', fun: 'test.ping', token: 'none' },
      { client: 'runner', fun: 'test.arg' },
    ];
    const { status, body } = await ask(simulator, 'POST', '/', headers, JSON.stringify(chunks));
    expect(status).toBe(200);
    expect(JSON.parse(body)).toEqual({
      return: [
        { web1: true, web2: true },
        'No minions matched the target. No command was sent, no jid was assigned.',
        "Unexpected exception while handling request: 'tgt'",
        "Unexpected exception while handling request: 'fun'",
        'Unexpected exception while handling request: Authentication failure of type "token" occurred.',
        'Failed to authenticate',
      ],
    });
  });
});

test('YAML has its leaves in braces', async () => {
  await withTornado('3006', async (simulator) => {
    const headers = { ...(await tokenOf(simulator)), Accept: 'application/x-yaml' };
    const chunk = '{"client": "local", "tgt": "web*", "fun": "test.ping"}';
    const { body } = await ask(simulator, 'POST', '/', headers, chunk);
    expect(body).toBe('return:\n- {web1: true, web2: true}\n');
  });
});

for (const [salt, accept, status] of [
  ['3007', '*', 200],
  ['3008', '*', 406],
  ['3007', 'APPLICATION/JSON', 406],
  ['3008', 'APPLICATION/JSON', 200],
  ['3008', 'text/event-stream', 406],
] as const)
  test(`${salt} answers Accept: ${accept} with ${status}`, async () => {
    await withTornado(salt, async (simulator) => {
      expect((await ask(simulator, 'GET', '/', { Accept: accept })).status).toBe(status);
    });
  });

test('a hook without a body is a mistake, one with a body an event', async () => {
  await withTornado('3008', async (simulator) => {
    const headers = await tokenOf(simulator);
    expect((await ask(simulator, 'POST', '/hook/a', headers)).status).toBe(500);
    expect(await ask(simulator, 'POST', '/hook/a?x=1', headers, '{"b": 2}')).toMatchObject({
      status: 200,
      body: '{"success": true}',
    });
  });
});

test('low data that Python fails on is never answered', async () => {
  await withTornado('3008', async (simulator) => {
    const headers = await tokenOf(simulator);
    const silent = ask(simulator, 'POST', '/', headers, 'null').then(
      () => 'answered',
      () => 'closed',
    );
    // What is asked later, on a connection of its own, is answered; the first still is not.
    expect((await ask(simulator, 'POST', '/', headers, '[]')).body).toBe('{"return": []}');
    expect(await Promise.race([silent, ask(simulator, 'GET', '/').then(() => 'silent')])).toBe(
      'silent',
    );
    await simulator.close();
    expect(await silent).toBe('closed');
  });
});

test('events come in one piece each, and the stream is silent once its token has expired', async () => {
  await withTornado('3008', async (simulator) => {
    const headers = await tokenOf(simulator);
    const request = http.get(`${simulator.url}/events`, { headers });
    const [response] = (await once(request, 'response')) as [http.IncomingMessage];
    let text = '';
    response.on('data', (chunk: Buffer) => (text += chunk.toString()));
    simulator.events.fire('one');
    await expect
      .poll(() => text)
      .toMatch(/^retry: 400\ntag: one\ndata: \{"data": \{.*"tag": "one"\}\n\n$/);
    await simulator.clock.advance({ hours: 13 });
    simulator.events.fire('two');
    simulator.events.fire('three');
    await expect.poll(() => text).toContain('tag: two');
    expect((await ask(simulator, 'GET', '/')).status).toBe(200);
    expect(text).not.toContain('tag: three');
    request.destroy();
  });
});

for (const [salt, token, told, isSignedIn] of [
  ['3006', null, "string indices must be integers, not 'str'", true],
  ['3007', 5, "string indices must be integers, not 'str'", true],
  ['3008', 5, 'Authentication failure of type "token" occurred.', true],
  ['3008', null, 'Authentication failure of type "token" occurred.', false],
] as const)
  test(`a chunk with the token ${token} leaves others ${isSignedIn ? 'signed in' : 'signed out'} on ${salt}`, async () => {
    await withTornado(salt, async (simulator) => {
      const headers = await tokenOf(simulator);
      const chunk = JSON.stringify([{ client: 'runner', fun: 'test.arg', token }]);
      const { body } = await ask(simulator, 'POST', '/run', JSON_BODY, chunk);
      const said = `Unexpected exception while handling request: ${told}`;
      expect(JSON.parse(body)).toEqual({ return: [said] });
      const { status } = await ask(simulator, 'POST', '/', headers, '[]');
      expect(status).toBe(isSignedIn ? 200 : 302);
    });
  });
