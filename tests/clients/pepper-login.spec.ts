import { expect } from '@playwright/test';
import { asked } from './client-test.ts';
import { test } from './pepper-test.ts';

/* pepper.Pepper: who is let in, by which token, and how long. */

const PING = ['web*', 'test.ping'];
const PONG = { return: [{ web1: true, web2: true }] };
const DENIED = 'PepperException: Authentication denied';

test('login() gives the token, who it is for and how long, and what they may do', async ({
  master,
  anonymous,
}) => {
  expect(await anonymous.call('login', [], { ...master.user })).toEqual({
    token: expect.stringMatching(/^[0-9a-f]{40}$/),
    start: expect.any(Number),
    expire: expect.any(Number),
    user: 'saltdev',
    eauth: 'sharedsecret',
    perms: ['.*', '@events', '@jobs', '@runner', '@wheel', 'test.version'],
  });
});

test('login() with a wrong password is denied, and so is what follows', async ({
  master,
  anonymous,
}) => {
  const login = anonymous.call('login', [], { ...master.user, password: 'wrong' });
  await expect(login).rejects.toThrow(DENIED);
  await expect(anonymous.call('local', PING)).rejects.toThrow(DENIED);
});

test('login() with an eauth that there is not is denied', async ({ master, anonymous }) => {
  const login = anonymous.call('login', [], { ...master.user, eauth: 'no_such' });
  await expect(login).rejects.toThrow(DENIED);
});

test('login() may ask for a token that lives shorter', async ({ master, anonymous }) => {
  const auth = await anonymous.call('login', [], { ...master.user, token_expire: 60 });
  const { start, expire } = auth as { start: number; expire: number };
  expect(Math.round(expire - start)).toBe(60);
});

test('the token of one login() serves another process', async ({ api, anonymous, master }) => {
  const auth = await api.call('login', [], { ...master.user });
  await anonymous.call('__setattr__', ['auth', auth]);
  expect(await anonymous.call('local', PING)).toEqual(PONG);
});

test('after /logout the token is worth nothing', async ({ api }) => {
  expect(await api.call('req', ['/logout', {}])).toEqual({
    return: 'Your token has been cleared',
  });
  await expect(api.call('local', PING)).rejects.toThrow(DENIED);
});

test('token() gives one that /run takes with each chunk', async ({ master, anonymous }) => {
  const auth = await anonymous.call('token', [], { ...master.user });
  const { token } = auth as { token: string };
  const chunk = { client: 'local', tgt: 'web*', fun: 'test.ping', token };
  expect(await anonymous.call('low', [[chunk], '/run'])).toEqual(PONG);
});

test('the token of login() is another kind, which /run does not take', async ({ master, api }) => {
  const auth = await api.call('login', [], { ...master.user });
  const { token } = auth as { token: string };
  const chunk = { client: 'local', tgt: 'web*', fun: 'test.ping', token };
  await expect(api.call('low', [[chunk], '/run'])).rejects.toThrow(DENIED);
});

test('/run takes the password with each chunk, without a login()', async ({
  master,
  anonymous,
}) => {
  const chunk = { client: 'local', tgt: 'web*', fun: 'test.ping', ...master.user };
  expect(await anonymous.call('low', [[chunk], '/run'])).toEqual(PONG);
});

test('what a user may not do is denied', async ({ master, anonymous }) => {
  await anonymous.call('login', [], { ...master.limited });
  expect(await anonymous.call('local', PING)).toEqual(PONG);
  await expect(anonymous.call('local', ['db1', 'test.ping'])).rejects.toThrow(DENIED);
  await expect(anonymous.call('wheel', ['key.list_all'])).rejects.toThrow(DENIED);
});

test.describe('a token that lives for a minute', () => {
  test.use({ options: { clock: 'virtual' } });

  test('is denied once it is over', async ({ simulator, anonymous, master }) => {
    await anonymous.call('login', [], { ...master.user, token_expire: 60 });
    expect(await anonymous.call('local', PING)).toEqual(PONG);
    await simulator.clock.advance({ seconds: 61 });
    await expect(anonymous.call('local', PING)).rejects.toThrow(DENIED);
    expect(asked(simulator)).toEqual(['POST /login', 'POST /', 'POST /']);
  });
});

test('each request is JSON, and carries the token in a header', async ({ simulator, api }) => {
  await api.call('local', PING);
  const [login, ping] = simulator.journal.requests();
  for (const request of [login, ping])
    expect(request?.headers).toMatchObject({
      accept: 'application/json',
      'content-type': 'application/json',
      'x-requested-with': 'XMLHttpRequest',
    });
  expect(login?.headers).not.toHaveProperty('x-auth-token');
  expect(ping?.headers).toMatchObject({
    'x-auth-token': expect.stringMatching(/^[0-9a-f]{40}$/),
  });
});
