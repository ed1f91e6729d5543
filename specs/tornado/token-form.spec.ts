import { createHash } from 'node:crypto';
import { expect } from '@playwright/test';
import { EVERY_LINE, requirement } from '../requirement.ts';
import { tokenOf } from './sign-in.ts';

requirement(
  'tornado.token-form.hash-type',
  {
    level: 'should',
    text: 'A token, and so the cookie that carries it, has as many hex digits as hash_type makes, which are 64 unless the configuration says otherwise.',
    source: { observed: EVERY_LINE },
    needs: ['own login', 'runner'],
  },
  async ({ target }) => {
    const configured = await target.authed.runner('config.get', { kwarg: { key: 'hash_type' } });
    const { length } = createHash(String(configured)).digest('hex');
    const digits = `[0-9a-f]{${length}}`;
    const reply = await target.login();
    expect(tokenOf(reply)).toMatch(new RegExp(`^${digits}$`));
    expect(reply.header('Set-Cookie')).toMatch(new RegExp(`^session_id=${digits};`));
  },
);
