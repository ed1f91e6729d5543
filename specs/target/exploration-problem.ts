import { isVerdict } from '../failure.ts';
import type { Finding } from '../finding.ts';
import { NotVerified } from '../not-verified.ts';
import type { Redactor } from './redact.ts';

/** What becomes of every requirement where the target could not be explored: the target's fault, or the suite's. */
export function explorationProblem(error: unknown, redactor: Redactor): Finding {
  const isTargets = error instanceof NotVerified || isVerdict(error);
  return {
    outcome: isTargets ? 'not verified' : 'harness error',
    cause: `the target could not be explored: ${redactor.text(String(error))}`,
  };
}
