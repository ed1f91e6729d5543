import { isDeepStrictEqual } from 'node:util';
import type { Observed, ObservedStep } from './observed.ts';
import { stepDifference } from './replay/step-difference.ts';

/** What two recordings have in common, and where they differ, a sentence each. */
export interface Agreement {
  readonly observed: readonly Observed[];
  readonly differences: readonly string[];
}

/**
 * Takes what two recordings of a release agree on (real-salt §5). A step whose reply differs is
 * kept as unsettled, so that those after it find the master as they did; a requirement that did
 * not even ask the same is left out.
 */
export function agreement(first: readonly Observed[], second: readonly Observed[]): Agreement {
  const seconds = new Map(second.map((observed) => [observed.id, observed]));
  const observed: Observed[] = [];
  const differences: string[] = [];
  for (const one of first) {
    const other = seconds.get(one.id);
    const whole = other === undefined ? 'was recorded once only' : wholeDifference(one, other);
    if (other === undefined || whole !== undefined) differences.push(`${one.id} ${whole}`);
    else observed.push(settled(one, other, differences));
  }
  return { observed, differences };
}

/** Whether the recordings put the same questions, so that their answers can be compared. */
function wholeDifference(first: Observed, second: Observed): string | undefined {
  const asked = [first, second].map(({ lives, netapi, given, steps }) => ({
    lives,
    netapi,
    given,
    steps: steps.map(question),
  }));
  return isDeepStrictEqual(asked[0], asked[1]) ? undefined : 'did not ask the same both times';
}

function settled(first: Observed, second: Observed, differences: string[]): Observed {
  const steps = first.steps.map((step, at): ObservedStep => {
    const other = second.steps[at];
    if (step.kind === 'passes' || other === undefined || other.kind === 'passes') return step;
    if (step.unsettled === true || other.unsettled === true) return { ...step, unsettled: true };
    const difference = stepDifference(step, other) ?? stepDifference(other, step);
    if (difference === undefined) return step;
    differences.push(`${first.id} step ${at + 1}: ${difference}`);
    return { ...step, unsettled: true };
  });
  return { ...first, steps };
}

function question(step: ObservedStep): unknown {
  if (step.kind === 'passes') return step.seconds;
  if (step.kind === 'raw') return step.sent;
  const { kind, request, headers, body } = step;
  return { kind, request, headers, body };
}
