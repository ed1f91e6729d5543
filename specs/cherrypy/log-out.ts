import { expect } from '@playwright/test';
import type { Reply } from '../target/reply.ts';
import type { Target } from '../target/target.ts';
import { tokenHeader } from './session.ts';

/** Ends a session, as a client does that sends an empty object. */
export function logOut(target: Target, id: string): Promise<Reply> {
  return target.post('/logout', {}, [tokenHeader(id)]);
}

/** Expects the answer of a log-out. */
export function expectCleared(target: Target, reply: Reply): void {
  expect(reply.status).toBe(200);
  expect(reply.body).toBe('{"return": "Your token has been cleared"}');
  target.shape(reply, 'logout');
}
