import { expect } from '@playwright/test';
import { requirement } from '../requirement.ts';
import { newUser } from './new-user.ts';
import { expectError } from './refusals.ts';
import { inferred } from './inferred.ts';

requirement(
  'raas.passwords.log-in',
  {
    ...inferred('save_user takes a password'),
    text: 'A new user logs in with the password that auth.save_user was given, and no more once deleted.',
    needs: ['writes', 'own login'],
  },
  async ({ target }) => {
    const { uuid, credentials } = await newUser(target);
    expect((await target.login(credentials)).status).toBe(200);
    await target.ret('auth', 'delete_user', { account_uuid: uuid });
    expect((await target.login(credentials)).status).toBe(401);
  },
);

requirement(
  'raas.passwords.changed',
  {
    ...inferred('what the method is called'),
    text: 'After auth.change_password a user logs in with the new password, and with the old one no more.',
    needs: ['writes', 'own login', 'superuser'],
  },
  async ({ target }) => {
    const { uuid, credentials } = await newUser(target);
    const password = `${target.unique('changed')} S3cret!`;
    await target.ret('auth', 'change_password', { account_uuid: uuid, password });
    expect((await target.login({ ...credentials, password })).status).toBe(200);
    expect((await target.login(credentials)).status).toBe(401);
  },
);

requirement(
  'raas.passwords.own',
  {
    ...inferred('a user knows its own password'),
    text: 'Users change their own password, and not that of others unless they are allowed to.',
    needs: ['writes', 'own login'],
  },
  async ({ target }) => {
    const [own, other] = [await newUser(target), await newUser(target)];
    const password = `${target.unique('changed')} S3cret!`;
    const caller = target.user(own.credentials);
    const others = { account_uuid: other.uuid, password };
    expectError(await caller.rpc('auth', 'change_password', others));
    await caller.ret('auth', 'change_password', { account_uuid: own.uuid, password });
    expect((await target.login({ ...own.credentials, password })).status).toBe(200);
  },
);

requirement(
  'raas.passwords.hidden',
  {
    ...inferred('passwords are no field of any reply'),
    text: 'The password of a user is in no reply.',
    needs: ['writes'],
  },
  async ({ target }) => {
    const { uuid, credentials } = await newUser(target);
    const user = await target.reply('auth', 'get_user', { account_uuid: uuid });
    const all = { include_perms: true, include_custom_data: true, limit: 0 };
    const users = await target.reply('auth', 'get_all_users', all);
    expect(JSON.stringify(users)).toContain(credentials.username);
    expect(JSON.stringify([user, users])).not.toContain(credentials.password);
  },
);
