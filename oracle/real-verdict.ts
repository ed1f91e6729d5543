import type { Outcome, RequirementResult, RunResult } from '../report/result.ts';

const BROKEN: readonly Outcome[] = ['fail', 'known'];
const UNPROVEN: readonly Outcome[] = ['not verified', 'harness error'];

/** The ids that could not be tried because more time would have had to pass than the run may wait. */
export function outOfTime({ requirements }: RunResult): string[] {
  return requirements
    .filter(({ outcome, cause }) => outcome === 'not verified' && cause?.includes('--time-budget'))
    .map(({ id }) => id);
}

/**
 * What stands between this result and "real Salt conforms": a MUST or SHOULD that fails, anything
 * that could not be tried, and anything that broke down. A MAY differs between lines and may fail.
 */
export function objections({ requirements }: RunResult): RequirementResult[] {
  return requirements.filter(
    ({ outcome, level }) =>
      UNPROVEN.includes(outcome) || (BROKEN.includes(outcome) && level !== 'may'),
  );
}
