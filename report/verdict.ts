import { wasLeftOut } from './left-out.ts';
import type { Level, RequirementResult, Verdict } from './result.ts';

/** The levels whose failures count against a target. */
function decidingLevels(failOn: 'must' | 'should'): readonly Level[] {
  return failOn === 'must' ? ['must'] : ['must', 'should'];
}

/**
 * The verdict on a run.
 *
 * One failure at a deciding level is enough for "not conformant". Without one, a requirement of
 * such a level that could not be tried makes it "incomplete": nothing unproven reads as green.
 * What the caller left out by an option does not count, since the report says so.
 */
export function verdictOf(
  requirements: readonly RequirementResult[],
  failOn: 'must' | 'should',
): Verdict {
  const levels = decidingLevels(failOn);
  const deciding = requirements.filter(({ level }) => levels.includes(level));
  if (deciding.some(({ outcome }) => outcome === 'fail')) return 'not conformant';
  const unproven = deciding.some(
    (result) =>
      result.outcome === 'harness error' ||
      (result.outcome === 'not verified' && !wasLeftOut(result)),
  );
  const nothingTried = !requirements.some(
    ({ outcome }) => outcome === 'pass' || outcome === 'known',
  );
  return unproven || nothingTried ? 'incomplete' : 'conformant';
}
