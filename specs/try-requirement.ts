import type { RequirementResult } from '../report/result.ts';
import { attempt } from './attempt.ts';
import type { Declaration } from './declaration.ts';
import type { RecordedStep } from './recording.ts';
import { lacking, leftOut, untriedResult } from './selection.ts';
import type { Target } from './target/target.ts';

/** What came of a requirement, and everything that was done to the target for it, un-redacted. */
export interface Tried {
  readonly result: RequirementResult;
  readonly steps: readonly RecordedStep[];
}

/** Tries a requirement on a target, or tells why that cannot be. */
export async function tryRequirement(
  declaration: Declaration,
  target: Target,
  body: () => Promise<void>,
): Promise<Tried> {
  const untried =
    leftOut(declaration, target.options) ??
    (await target.explore()) ??
    lacking(declaration, (capability) => target.has(capability));
  if (untried !== undefined) return { result: untriedResult(declaration, untried), steps: [] };
  const { steps, ...tried } = await attempt(target, body);
  const isKnown = tried.outcome === 'fail' && target.options.baseline.includes(declaration.id);
  return { result: { ...declaration, ...tried, ...(isKnown && { outcome: 'known' }) }, steps };
}
