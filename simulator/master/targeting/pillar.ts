import type { Matcher } from './matcher.ts';
import { subdictMatch } from './subdict-match.ts';

/** `pillar`: a glob on a pillar value. */
export const pillar: Matcher = (expression, delimiter) => (minion) =>
  subdictMatch(minion.pillar, expression, delimiter, 'glob');

/** `pillar_pcre`: a regular expression on a pillar value. */
export const pillarPcre: Matcher = (expression, delimiter) => (minion) =>
  subdictMatch(minion.pillar, expression, delimiter, 'regex');

/** `pillar_exact`: equality with a pillar value, case aside. */
export const pillarExact: Matcher = (expression, delimiter) => (minion) =>
  subdictMatch(minion.pillar, expression, delimiter, 'exact');
