import { expect } from '@playwright/test';
import { field } from '../target/return-of.ts';
import type { Target } from '../target/target.ts';
import type { Chunk } from '../target/user.ts';

/** What test.ping returns from the minions that a target names, by id. */
export async function pinged(
  target: Target,
  tgt: unknown,
  tgt_type: string,
  more: Chunk = {},
): Promise<unknown> {
  const chunk = { client: 'local', tgt, tgt_type, fun: 'test.ping', ...more };
  const reply = await target.lowstate(chunk);
  expect(reply.status, reply.body).toBe(200);
  return field(target.shape(reply, 'return-list').return, 0);
}
