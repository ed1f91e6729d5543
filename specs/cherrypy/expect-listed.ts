import { expect } from '@playwright/test';
import { eventually } from '../target/eventually.ts';

/** Expects what a minion lists to become this: it changes its beacons and schedule beside the job that asks for it. */
export async function expectListed(list: () => Promise<unknown>, expected: unknown): Promise<void> {
  expect(await eventually(list, (given) => isEqual(given, expected))).toEqual(expected);
}

function isEqual(given: unknown, expected: unknown): boolean {
  try {
    expect(given).toEqual(expected);
    return true;
  } catch {
    return false;
  }
}
