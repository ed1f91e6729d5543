import type { Matcher } from './matcher.ts';
import { subdictMatch, type Comparison } from './subdict-match.ts';

/** `pillar`: a glob on a pillar value. */
export const pillar: Matcher = onPillar('glob');

/** `pillar_pcre`: a regular expression on a pillar value. */
export const pillarPcre: Matcher = onPillar('regex');

/** `pillar_exact`: equality with a pillar value, case aside. */
export const pillarExact: Matcher = onPillar('exact');

function onPillar(how: Comparison): Matcher {
  return (expression, delimiter) => {
    const holds = subdictMatch(expression, delimiter, how);
    return (minion) => holds(minion.pillar);
  };
}
