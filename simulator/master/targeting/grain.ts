import type { Matcher } from './matcher.ts';
import { subdictMatch } from './subdict-match.ts';

/** `grain`: a glob on the value of a grain. */
export const grain: Matcher =
  (expression, delimiter) =>
  ({ grains }) =>
    subdictMatch(grains, expression, delimiter, 'glob');

/** `grain_pcre`: a regular expression on the value of a grain. */
export const grainPcre: Matcher =
  (expression, delimiter) =>
  ({ grains }) =>
    subdictMatch(grains, expression, delimiter, 'regex');
