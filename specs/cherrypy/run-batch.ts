import { expect } from '@playwright/test';
import type { Target } from '../target/target.ts';
import type { Chunk } from '../target/user.ts';

/** A chunk that pings one minion at a time; it wants a target. */
export const PING = { client: 'local_batch', fun: 'test.ping', batch: '1' };

/** What a batch answers; pings the target's minion one at a time unless told otherwise. */
export async function runBatch(target: Target, changes: Chunk = {}): Promise<readonly unknown[]> {
  const reply = await target.lowstate({ ...PING, tgt: target.minion, ...changes });
  expect(reply.status, reply.body).toBe(200);
  return target.shape(reply, 'return-list').return;
}
