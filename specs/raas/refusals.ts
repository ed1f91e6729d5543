import { expect } from '@playwright/test';
import type { Envelope } from '../target/raas/envelope.ts';
import { keysOf } from '../target/return-of.ts';

/** Checks that a call failed with an error inside of its envelope: an integer code and a message that says something. */
export function expectError({ error }: Envelope): void {
  expect(error).not.toBe(null);
  expect(Number.isInteger(error?.code)).toBe(true);
  expect(error?.message).not.toBe('');
}

/** The same, whose detail names a parameter as a key: so clients find what was wrong (inferred). */
export function expectErrorOf(envelope: Envelope, parameter: string): void {
  expectError(envelope);
  expect(keysOf(envelope.error?.detail)).toContain(parameter);
}
