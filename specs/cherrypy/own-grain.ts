import { expect } from '@playwright/test';
import { NotVerified } from '../not-verified.ts';
import { eventually } from '../target/eventually.ts';
import type { Target } from '../target/target.ts';
import { runOnMinion } from '../netapi/run-on-minion.ts';

/**
 * Runs a trial with a grain of its own on the target's minion, and takes it away again.
 *
 * @throws NotVerified where the minion does not take the grain up, as with a grains_blacklist
 */
export async function withGrain(
  target: Target,
  value: unknown,
  trial: (name: string) => Promise<void>,
): Promise<void> {
  const name = target.unique('saltproof');
  try {
    expect(await runOnMinion(target, 'grains.setval', [name, value])).toEqual({ [name]: value });
    const taken = await settled(target, name, value);
    if (!isSame(taken, value))
      throw new NotVerified('needs a minion that takes grains it is given');
    await trial(name);
  } finally {
    await target.local(target.minion, 'grains.delkey', name, { __kwarg__: true, force: true });
    await settled(target, name, '');
  }
}

/** A grain once it is the value waited for, or what it is after a while; a minion reads grains anew behind its back. */
export function settled(target: Target, name: string, value: unknown): Promise<unknown> {
  return eventually(
    () => runOnMinion(target, 'grains.get', [name]),
    (now) => isSame(now, value),
  );
}

function isSame(one: unknown, other: unknown): boolean {
  return JSON.stringify(one) === JSON.stringify(other);
}
