import { expect } from '@playwright/test';
import type { Shapes } from '../schema.ts';
import type { Target } from '../target/target.ts';
import type { Chunk } from '../target/user.ts';

/** The data of the answer to a wheel call: what it was, what it returned, and whether it succeeded. */
export async function wheelData(
  target: Target,
  chunk: Chunk,
): Promise<Shapes['wheel-answer']['return'][0]['data']> {
  const reply = await target.lowstate({ client: 'wheel', ...chunk });
  expect(reply.status, reply.body).toBe(200);
  return target.shape(reply, 'wheel-answer').return[0].data;
}
