import { pyRegExp } from '../../python/regex.ts';
import type { Matcher } from './matcher.ts';

/** `pcre`: Python's `re.match`, anchored at the start of the id only. */
export const pcre: Matcher = (expression) => {
  const pattern = pyRegExp(expression);
  return ({ id }) => pattern.test(id);
};
