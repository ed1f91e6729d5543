import { expect } from '@playwright/test';
import type { Reply } from '../target/reply.ts';
import type { Target } from '../target/target.ts';
import type { Chunk } from '../target/user.ts';
import { expectText } from './expect-text.ts';

/** What stands before the text of an exception that nobody foresaw (rest-tornado-wsgi §3.3). */
export const UNEXPECTED = 'Unexpected exception while handling request: ';

/** A chunk that can only go well. */
export const GOOD: Chunk = { client: 'runner', fun: 'test.arg', arg: ['a'] };

/** What it comes to. */
export const ANSWER = { args: ['a'], kwargs: {} };

/** What a list of chunks comes to, as the run's user. */
export async function returnsOf(target: Target, ...chunks: readonly Chunk[]): Promise<unknown> {
  const reply = await target.lowstate(chunks);
  expect(reply.status).toBe(200);
  return target.shape(reply, 'return-list').return;
}

/** Expects what is said of a chunk whose client there is not. */
export function expectUnknownClient(reply: Reply): void {
  expectText(reply, 400, '400 Invalid Client: Client not found in salt clients');
}
