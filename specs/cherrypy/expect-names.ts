import { expect } from '@playwright/test';

/** A sorted list of names that holds these. */
export function expectNames(names: unknown, ...wanted: readonly string[]): void {
  expect(names).toEqual(expect.arrayContaining([...wanted]));
  expect(names).toEqual((names as string[]).toSorted());
}
