import { expect, test } from '@playwright/test';
import { startSimulator, type Simulator } from '../../simulator/index.ts';

let simulator: Simulator;
test.beforeEach(async () => {
  simulator = await startSimulator();
});
test.afterEach(() => simulator.close());

const credentials = { username: 'saltdev', password: 'saltdev', eauth: 'pam' };

async function post(path: string, body: unknown, token = ''): Promise<Response> {
  const headers = { 'Content-Type': 'application/json', 'X-Auth-Token': token };
  return fetch(simulator.url + path, { method: 'POST', headers, body: JSON.stringify(body) });
}

async function logIn(): Promise<string> {
  const reply = await post('/login', credentials);
  return reply.headers.get('x-auth-token') ?? '';
}

test('a session is forgotten after ten hours without a request', async () => {
  const token = await logIn();
  await simulator.clock.advance({ hours: 9 });
  expect((await post('/', [], token)).status).toBe(200);
  await simulator.clock.advance({ hours: 10, seconds: 1 });
  expect((await post('/', [], token)).status).toBe(401);
});

test('a job is gone a day after it was published, and a minute for the maintenance loop', async () => {
  const token = await logIn();
  const started = await post('/', { client: 'local_async', tgt: 'web1', fun: 'test.ping' }, token);
  const {
    return: [job],
  } = (await started.json()) as { return: [{ jid: string }] };
  const lookUp = { client: 'runner', fun: 'jobs.lookup_jid', jid: job.jid };
  expect(await (await post('/', lookUp, token)).json()).toEqual({ return: [{ web1: true }] });
  await simulator.clock.advance({ hours: 24, minutes: 2 });
  expect(await (await post('/', lookUp, await logIn())).json()).toEqual({ return: [{}] });
});

test('the same seed and the same requests give the same bytes', async () => {
  const other = await startSimulator();
  try {
    const answers = await Promise.all(
      [simulator.url, other.url].map(async (url) =>
        (
          await fetch(`${url}/login`, { method: 'POST', body: new URLSearchParams(credentials) })
        ).text(),
      ),
    );
    expect(answers[0]).toBe(answers[1]);
  } finally {
    await other.close();
  }
});
