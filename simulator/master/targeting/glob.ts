import { globRegExp } from '../../python/fnmatch.ts';
import type { Matcher } from './matcher.ts';

/** `glob`: fnmatch on the whole id. */
export const glob: Matcher = (expression) => {
  if (expression === '*') return () => true;
  const pattern = globRegExp(expression);
  return ({ id }) => pattern.test(id);
};
