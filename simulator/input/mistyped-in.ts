import { str } from '../python/repr.ts';
import type { PyDict } from '../python/value.ts';
import { nearest } from './nearest.ts';

/** Letters that a name may have wrong to be taken for a mistyped one; and names so short are their own. */
const MOST_WRONG = 2;
const SHORTEST = 4;

/**
 * What looks mistyped among the names of a configuration, a sentence each.
 *
 * @param known names that somebody reads, and others that are real
 * @param section what the sentences begin with: `rest_cherrypy: `
 */
export function mistypedIn(options: PyDict, known: readonly string[], section = ''): string[] {
  return [...options.keys()]
    .map(str)
    .filter((name) => name.length >= SHORTEST && !known.includes(name))
    .flatMap((name) => {
      const [close] = nearest(name, known, MOST_WRONG);
      return close === undefined ? [] : [`${section}nobody reads ${name}; did you mean ${close}?`];
    });
}
