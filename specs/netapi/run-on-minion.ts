import { expect } from '@playwright/test';
import { field, keysOf } from '../target/return-of.ts';
import type { Target } from '../target/target.ts';
import type { Chunk } from '../target/user.ts';

/**
 * What the target's minion returns to a function that was given these arguments.
 *
 * @throws the failed expectation where the reply holds no return of that minion, and no other
 */
export async function runOnMinion(
  target: Target,
  fun: unknown,
  arg: readonly unknown[] = [],
  more: Chunk = {},
): Promise<unknown> {
  const reply = await target.lowstate({ client: 'local', tgt: target.minion, fun, arg, ...more });
  expect(reply.status, reply.body).toBe(200);
  const returned = target.shape(reply, 'return-list').return;
  expect(returned.map((ids) => keysOf(ids))).toEqual([[target.minion]]);
  return field(returned, 0, target.minion);
}
