import { expect } from '@playwright/test';
import type { Envelope } from '../target/raas/envelope.ts';

/** How often two calls are compared that others may come between. */
const TRIES = 3;

/** What an answer says, whoever asks. */
export function saidBy({ ret, error }: Pick<Envelope, 'ret' | 'error'>): object {
  return { ret, code: error?.code ?? null };
}

/**
 * Expects that two calls which change nothing are answered alike. Where the first one is answered
 * otherwise when it is made again, something else has changed in between: only whether they fail is
 * compared then.
 */
export async function expectAlike(
  one: () => Promise<Envelope>,
  other: () => Promise<Envelope>,
): Promise<void> {
  let before = await one();
  for (let tries = 0; tries < TRIES; tries += 1) {
    const compared = saidBy(await other());
    const after = await one();
    if (isSame(saidBy(before), saidBy(after))) {
      expect(compared).toEqual(saidBy(before));
      return;
    }
    before = after;
  }
  expect((await other()).error?.code).toBe(before.error?.code);
}

function isSame(one: unknown, other: unknown): boolean {
  return JSON.stringify(one) === JSON.stringify(other);
}
