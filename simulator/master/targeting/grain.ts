import type { Matcher } from './matcher.ts';
import { subdictMatch, type Comparison } from './subdict-match.ts';

/** `grain`: a glob on the value of a grain. */
export const grain: Matcher = onGrains('glob');

/** `grain_pcre`: a regular expression on the value of a grain. */
export const grainPcre: Matcher = onGrains('regex');

function onGrains(how: Comparison): Matcher {
  return (expression, delimiter) => {
    const holds = subdictMatch(expression, delimiter, how);
    return ({ grains }) => holds(grains);
  };
}
