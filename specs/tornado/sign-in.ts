import { expect } from '@playwright/test';
import type { Header } from '../../report/result.ts';
import { firstReturn, field } from '../target/return-of.ts';
import { SchemaMismatch } from '../schema-mismatch.ts';
import type { Reply } from '../target/reply.ts';
import type { Target } from '../target/target.ts';
import { HTML } from './error-page.ts';

/** A token that no master has made. */
export const UNKNOWN_TOKEN = '0123456789abcdef'.repeat(4);

/** What is in place of a return where the credentials are not good. */
export const REFUSED = 'Failed to authenticate';

/** The header that carries a token. */
export function tokenHeader(token: string): Header {
  return ['X-Auth-Token', token];
}

/** The cookie that carries a token. */
export function cookieHeader(token: string): Header {
  return ['Cookie', `session_id=${token}`];
}

/**
 * The token in the answer to a log-in.
 *
 * @throws SchemaMismatch where there is none
 */
export function tokenOf(reply: Reply): string {
  const token = field(firstReturn(reply), 'token');
  if (typeof token === 'string') return token;
  throw new SchemaMismatch(`The reply (${reply.status} ${reply.reason}) holds no token.`);
}

/** Runs an empty list of low data, which needs a token all the same. */
export function use(target: Target, ...headers: readonly Header[]): Promise<Reply> {
  return target.post('/', [], headers);
}

/** Expects that what `use` sent was let in. */
export function expectUsed(reply: Reply): void {
  expect(reply.status).toBe(200);
  expect(reply.body).toBe('{"return": []}');
}

/** Expects that whoever has not signed in was sent to where one does. */
export function expectSentToLogin(reply: Reply): void {
  expect(reply.status).toBe(302);
  expect(reply.headerValues('Location')).toEqual(['/login']);
  expect(reply.headerValues('Content-Type')).toEqual([HTML]);
  expect(reply.body).toBe('');
}
