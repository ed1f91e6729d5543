import { expect } from '@playwright/test';
import * as fc from 'fast-check';
import { isVerdict } from '../failure.ts';
import { replayable } from './replayable.ts';

/**
 * Expects that a property holds for so many random examples.
 *
 * Where it does not, the failure shows the smallest example found, and the seed and path that
 * replay it (`SALTPROOF_SEED`, `SALTPROOF_PATH`).
 *
 * @param isShrunk whether a smaller example is looked for, which on a real server takes minutes
 * @throws whatever else than a verdict ended the examples: an unreachable target say
 */
export async function expectProperty<Example>(
  property: fc.IAsyncProperty<Example>,
  numRuns: number,
  isShrunk = true,
): Promise<void> {
  const details = await fc.check(property, {
    ...replayable<Example>(numRuns),
    endOnFailure: !isShrunk,
  });
  if (!details.failed) return;
  const { errorInstance } = details;
  if (errorInstance !== undefined && !isVerdict(errorInstance)) throw errorInstance;
  expect(fc.defaultReportMessage(details), 'the property holds').toBe('');
}
