import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from '@playwright/test';
import { Salt } from 'salt-api';
import { MASTER_CONFIG } from '../../oracle/fixture.ts';
import { asked, test as base } from './client-test.ts';
import { eventSourceOf, trust } from './npm-salt-api.ts';

/* The npm package salt-api. All it calls is the client `local`: it has no other. */

const test = base.extend<{ salt: Salt }>({
  salt: async ({ master }, use) => {
    const salt = new Salt({ url: master.url, ...master.user });
    await salt.login();
    await use(salt);
  },
});

const denied = expect.objectContaining({
  message: 'Request failed with status code 401',
}) as unknown;

test('login() keeps the token, and when to ask for another', async ({ salt }) => {
  expect(salt).toMatchObject({
    token: expect.stringMatching(/^[0-9a-f]{40}$/),
    expire: expect.any(Number),
  });
});

test('login() sends a form, and all else JSON with the token', async ({ simulator, salt }) => {
  await salt.fun('web1', 'test.ping');
  const [login, ping] = simulator.journal.requests();
  expect([login?.path, ping?.path]).toEqual(['/login', '/']);
  expect(login?.headers['content-type']).toContain('application/x-www-form-urlencoded');
  expect(ping?.headers).toMatchObject({
    accept: 'application/json',
    'content-type': 'application/json',
    'x-auth-token': expect.stringMatching(/^[0-9a-f]{40}$/),
  });
});

test('login() with a wrong password is rejected', async ({ master }) => {
  const salt = new Salt({ url: master.url, ...master.user, password: 'wrong' });
  await expect(salt.login()).rejects.toEqual(denied);
});

test('a call without login() is rejected', async ({ master }) => {
  const salt = new Salt({ url: master.url, ...master.user });
  await expect(salt.fun('web1', 'test.ping')).rejects.toEqual(denied);
});

test('fun() calls a function on minions', async ({ salt }) => {
  expect(await salt.fun('web*', 'test.ping')).toEqual({ return: [{ web1: true, web2: true }] });
});

test('fun() hands over arguments by place and by name', async ({ salt }) => {
  const answer: unknown = await salt.fun('web1', 'test.arg', {
    arg: ['a', 'b'],
    kwarg: { named: ['c'] },
  });
  const kwargs = expect.objectContaining({ named: ['c'] }) as unknown;
  expect(answer).toEqual({ return: [{ web1: { args: ['a', 'b'], kwargs } }] });
});

/** Ways to name minions. */
const TARGETS = [
  ['pcre', 'web[2-9]', 'web2'],
  ['list', 'web1', 'web1'],
  ['grain', 'site:rack:4', 'db1'],
  ['pillar', 'port:8081', 'web2'],
  ['compound', 'G@role:web and E@.*2', 'web2'],
  ['nodegroup', 'front', 'web1'],
  ['ipcidr', '10.0.0.21', 'db1'],
] as const;

for (const [tgt_type, tgt, id] of TARGETS)
  test(`fun() finds minions by ${tgt_type}`, async ({ salt }) => {
    const answer: unknown = await salt.fun(tgt, 'test.ping', { tgt_type });
    expect(answer).toEqual({ return: [{ [id]: true }] });
  });

test('fun() calls several functions at once', async ({ salt }) => {
  const answer: unknown = await salt.fun('web1', ['test.ping', 'test.echo'], {
    kwarg: {},
    arg: [[], ['x']] as unknown as string[],
  });
  expect(answer).toEqual({ return: [{ web1: { 'test.ping': true, 'test.echo': 'x' } }] });
});

/* Its `client` is sent as an argument, and everything by the client local. */
test('fun() with the client runner asks minions all the same', async ({ salt }) => {
  const answer: unknown = await salt.fun('web1', 'test.echo', { client: 'runner' });
  expect(answer).toEqual({ return: [{ web1: 'runner' }] });
});

test('fun() with what the user may not do is rejected', async ({ master }) => {
  const salt = new Salt({ url: master.url, ...master.limited });
  await salt.login();
  expect(await salt.fun('web1', 'test.ping')).toEqual({ return: [{ web1: true }] });
  await expect(salt.fun('db1', 'test.ping')).rejects.toEqual(denied);
});

test('minions() gives the grains of one, or of all', async ({ salt }) => {
  const one: unknown = await salt.minions('web1');
  expect(one).toMatchObject({ return: [{ web1: { id: 'web1', os: 'Debian', num_cpus: 2 } }] });
  expect(await salt.minions('nobody')).toEqual({ return: [{}] });
});

test('jobs() gives one with what came of it, and all that there were', async ({ salt }) => {
  await salt.fun('web1', 'test.echo', { arg: ['in the list'] });
  const {
    return: [jobs],
  } = (await salt.jobs()) as { return: [Record<string, JobSummary>] };
  const [jid = ''] = Object.entries(jobs)
    .filter(([, { Arguments }]) => Arguments[0] === 'in the list')
    .map(([found]) => found);
  expect(await salt.jobs(jid)).toMatchObject({
    info: [{ jid, Function: 'test.echo', Minions: ['web1'], User: 'saltdev' }],
    return: [{ web1: 'in the list' }],
  });
});

interface JobSummary {
  readonly Arguments: readonly unknown[];
}

test('eventSource() hears a job until it is closed', async ({ salt }) => {
  const source = await eventSourceOf(salt);
  const heard = new Promise((resolve) => {
    source.addEventListener('message', ({ data }) => {
      const event = JSON.parse(data) as { tag: string; data: { return?: unknown } };
      if (event.data.return === 'heard') resolve(event);
    });
  });
  await new Promise<void>((resolve) => source.addEventListener('open', resolve));
  await salt.fun('web1', 'test.echo', { arg: ['heard'] });
  expect(await heard).toMatchObject({
    tag: expect.stringMatching(/^salt\/job\/\d{20}\/ret\/web1$/),
    data: { id: 'web1', retcode: 0, success: true },
  });
  source.close();
});

test('eventSource() with a token that is none is turned away', async ({ master, salt }) => {
  Object.assign(salt, { config: { url: master.url }, token: '0'.repeat(40) });
  const source = await eventSourceOf(salt);
  const error = await new Promise((resolve) => source.addEventListener('error', resolve));
  source.close();
  expect(error).toMatchObject({ status: 401 });
});

test.describe('a token that has expired by the clock of the client', () => {
  test.use({ options: { clock: 'virtual' } });

  test('makes it log in before each call', async ({ simulator, salt }) => {
    await salt.fun('web1', 'test.ping');
    await salt.minions('web1');
    expect(asked(simulator)).toEqual([
      'POST /login',
      'POST /login',
      'POST /',
      'POST /login',
      'GET /minions/web1',
    ]);
  });
});

test.describe('TLS with a certificate of its own', () => {
  const CERTIFICATES = join(import.meta.dirname, '..', '..', 'fixtures', 'certificates');
  const ssl_crt = join(CERTIFICATES, 'loopback-cert.pem');
  const ssl_key = join(CERTIFICATES, 'loopback-key.pem');
  const config = { ...MASTER_CONFIG, rest_cherrypy: { ssl_crt, ssl_key } };
  test.use({ options: { config } });

  test('is refused until the client is told to trust it', async ({ simulator, master }) => {
    const salt = new Salt({ url: simulator.url, ...master.user });
    await expect(salt.login()).rejects.toMatchObject({ code: 'DEPTH_ZERO_SELF_SIGNED_CERT' });
    trust(salt, readFileSync(ssl_crt));
    await salt.login();
    expect(await salt.fun('web1', 'test.ping')).toEqual({ return: [{ web1: true }] });
  });
});
