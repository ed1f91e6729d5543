import { expect } from '@playwright/test';
import type { Header } from '../../report/result.ts';
import { SchemaMismatch } from '../schema-mismatch.ts';
import type { Reply } from '../target/reply.ts';
import type { Target } from '../target/target.ts';
import { expectErrorPage } from './error-page.ts';

/** A session id that no server has given out. */
export const UNKNOWN_SESSION = '0123456789abcdef0123456789abcdef01234567';

/** The message of the page for requests without a session. */
export const NO_PERMISSION = 'No permission -- see authorization schemes';

/**
 * The session id that a reply sets as cookie.
 *
 * @throws SchemaMismatch where it sets none
 */
export function sessionOf(reply: Reply): string {
  const cookie = reply.header('Set-Cookie');
  const [, id] = /^session_id=([0-9a-f]{40});/.exec(cookie ?? '') ?? [];
  if (id !== undefined) return id;
  throw new SchemaMismatch(
    `The reply (${reply.status} ${reply.reason}) sets no session_id of 40 hex digits; its Set-Cookie is ${cookie}`,
  );
}

/** The header that carries a session id, or a Salt token. */
export function tokenHeader(id: string): Header {
  return ['X-Auth-Token', id];
}

/** The cookie that carries a session id. */
export function cookieHeader(id: string): Header {
  return ['Cookie', `session_id=${id}`];
}

/** Runs an empty list of low data, which needs a session all the same. */
export function use(target: Target, ...headers: readonly Header[]): Promise<Reply> {
  return target.post('/', [], headers);
}

/** Expects that what `use` sent opened a session. */
export function expectUsed(reply: Reply): void {
  expect(reply.status).toBe(200);
  expect(reply.body).toBe('{"return": []}');
}

/** Expects that a request was refused for want of a session. */
export function expectRefused(reply: Reply): void {
  expectErrorPage(reply, 401, NO_PERMISSION);
}
