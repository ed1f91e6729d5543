import type { RequirementResult } from '../report/result.ts';
import { attempt } from './attempt.ts';
import type { Declaration } from './declaration.ts';
import type { DeclaredRequirement } from './declared-requirement.ts';
import type { RecordedStep } from './recording.ts';
import { lacking, leftOut, untriedResult } from './selection.ts';
import type { AnyTarget } from './target/any-target.ts';

/** What came of a requirement, and everything that was done to the target for it, un-redacted. */
export interface Tried {
  readonly result: RequirementResult;
  readonly steps: readonly RecordedStep[];
}

/** Tries a requirement on a target of its API, or tells why that cannot be. */
export function tryDeclared(
  { declaration, body }: DeclaredRequirement,
  target: AnyTarget,
): Promise<Tried> {
  return tryRequirement(declaration, target, () => body({ target: target as never }));
}

/** The same, of a body that has its target already. */
export async function tryRequirement(
  declaration: Declaration,
  target: AnyTarget,
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
