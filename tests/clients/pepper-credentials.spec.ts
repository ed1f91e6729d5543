import { existsSync, readFileSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from '@playwright/test';
import { asked } from './client-test.ts';
import { printed } from './pepper-command.ts';
import { test } from './pepper-test.ts';

/* The command `pepper`: who it says it is, and the token it keeps. */

const PING = ['web1', 'test.ping'];
const PONG = { return: [{ web1: { ret: true } }] };

test('the environment may name master and user', async ({ master, home, pepper }) => {
  rmSync(join(home, '.pepperrc'));
  const ended = await pepper(PING, {
    SALTAPI_URL: master.url,
    SALTAPI_USER: master.user.username,
    SALTAPI_PASS: master.user.password,
    SALTAPI_EAUTH: master.user.eauth,
  });
  expect(printed(ended)).toMatchObject(PONG);
});

test('options may name them too', async ({ master, home, pepper }) => {
  rmSync(join(home, '.pepperrc'));
  const { username, password, eauth } = master.user;
  const who = ['-u', master.url, '--username', username, '--password', password, '-a', eauth];
  expect(printed(await pepper([...who, ...PING]))).toMatchObject(PONG);
});

test('without a user nothing is asked', async ({ home, pepper }) => {
  rmSync(join(home, '.pepperrc'));
  expect(await pepper(PING)).toEqual({
    code: 1,
    stdout: '',
    stderr: 'Pepper error: SALTAPI_USER required\n',
  });
});

test('a wrong password is denied', async ({ pepper }) => {
  expect(await pepper(['--password', 'wrong', ...PING])).toEqual({
    code: 1,
    stdout: '',
    stderr: 'Pepper error: Authentication denied\n',
  });
});

test('what the user may not do is denied', async ({ master, pepper }) => {
  const denied = { code: 1, stderr: 'Pepper error: Authentication denied\n' };
  const who = ['--username', master.limited.username];
  expect(printed(await pepper([...who, ...PING]))).toMatchObject(PONG);
  expect(await pepper([...who, 'db1', 'test.ping'])).toMatchObject(denied);
  expect(await pepper([...who, '--client=wheel', 'key.list_all'])).toMatchObject(denied);
});

test('-T keeps the token in a file of its own, and logs in once', async ({
  simulator,
  home,
  pepper,
}) => {
  for (let times = 0; times < 2; times += 1)
    expect(printed(await pepper(['-T', ...PING]))).toMatchObject(PONG);
  expect(asked(simulator)).toEqual(['POST /login', 'POST /', 'POST /']);
  const cache = join(home, '.peppercache');
  expect(statSync(cache).mode & 0o777).toBe(0o600);
  expect(JSON.parse(readFileSync(cache, 'utf8'))).toMatchObject({ user: 'saltdev' });
});

test('-T logs in anew where the token is about to expire', async ({ simulator, home, pepper }) => {
  for (let times = 0; times < 2; times += 1)
    expect(printed(await pepper(['-T', '--token-expire=20', ...PING]))).toMatchObject(PONG);
  expect(asked(simulator)).toEqual(['POST /login', 'POST /', 'POST /login', 'POST /']);
  expect(existsSync(join(home, '.peppercache'))).toBe(true);
});

test('-r takes a token of the other kind, and sends it with each chunk', async ({
  simulator,
  pepper,
}) => {
  expect(printed(await pepper(['-r', ...PING]))).toMatchObject(PONG);
  expect(asked(simulator)).toEqual(['POST /token', 'POST /run']);
  for (const { headers } of simulator.journal.requests())
    expect(headers).not.toHaveProperty('x-auth-token');
});
